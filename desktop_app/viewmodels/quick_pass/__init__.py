"""Which numbers nobody has given yet."""
