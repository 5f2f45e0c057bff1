"""What a map is: records, change sets, the document, rules, reads. No Qt, no SQLite, no numpy."""
