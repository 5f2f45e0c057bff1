"""The first screen, and the sorting of a pasted text before it becomes a map."""
