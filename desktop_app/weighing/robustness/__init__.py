"""What the ranking of options hangs on: weights swept, scores moved, pairs compared, everything drawn at random."""
