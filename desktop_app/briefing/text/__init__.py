"""A brief as running text: a flow of blocks, HTML, Markdown, and the count of its words."""
