"""Other people's formats in and out: the text grammar, articles, the Markdown of sections. No files, no Qt."""
