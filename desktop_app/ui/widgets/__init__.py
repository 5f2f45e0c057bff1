"""Small widgets that several screens use; none knows a document."""
