"""Several people’s numbers: who is in the room, side by side, together, and how far they are apart."""
