"""The drawn map on paper: cut into pages, an overview with branches, or the tiles of a poster."""
