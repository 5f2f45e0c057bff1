"""The Compare page: the numbers of several perspectives side by side."""
