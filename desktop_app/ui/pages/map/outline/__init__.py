"""The map as an indented tree: the accessible twin of the canvas."""
