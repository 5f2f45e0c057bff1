"""Presenting a map to a room: one thing at a time, as large as the back row needs, numbers only when revealed."""
