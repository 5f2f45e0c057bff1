"""A map as it is drawn on the canvas: which cards are visible, where they and their links lie, as arrays."""
