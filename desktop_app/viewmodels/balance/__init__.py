"""What the balance shows: points in order, what the beam says, what can be done to a point."""
