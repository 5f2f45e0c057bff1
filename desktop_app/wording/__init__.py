"""What is said of results: numbers as they are shown, and every sentence from its key and typed values."""
