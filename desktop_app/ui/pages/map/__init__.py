"""The map page: canvas, outline beside it, inspector at the other side."""
