"""What the Compare page shows: whose sheets, and the rows they make."""
