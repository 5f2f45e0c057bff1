"""The workbook file: the only room that knows SQLite. Records in and out; no Qt, one thread."""
