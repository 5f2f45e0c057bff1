"""What is typed into the matrix."""
