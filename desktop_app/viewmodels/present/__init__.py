"""Presenting a map to a room: its steps, and the place in them. No Qt: windows paint what this room decides."""
