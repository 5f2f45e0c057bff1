"""A map as a document: content first, as plain records, then PDF, Markdown, CSV and JSON from the same content."""
