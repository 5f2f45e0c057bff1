"""What the panel of a card decides without asking."""
