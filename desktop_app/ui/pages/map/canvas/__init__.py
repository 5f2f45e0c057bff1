"""The map as one widget over arrays: no object per card, nothing that could not be rebuilt from the document."""
