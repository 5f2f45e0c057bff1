"""Sizes and links in, places and lines out: the tidy tree and its links. No records, no Qt."""
