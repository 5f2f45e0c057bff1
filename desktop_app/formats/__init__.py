"""Other people's formats, in and out: bytes and texts to plans and back. No files, no SQLite, no Qt."""
