"""Ways to the weights of criteria: by swings, by rank, in pairs; each asks, and nothing counts before it is used."""
