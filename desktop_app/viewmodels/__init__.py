"""What a page shows and where a person is in it, decided without Qt: widgets only paint it."""
