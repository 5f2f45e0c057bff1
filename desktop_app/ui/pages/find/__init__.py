"""Finding cards by their words, over all maps."""
