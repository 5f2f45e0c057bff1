"""What is known of the selected card, to be read and changed."""
