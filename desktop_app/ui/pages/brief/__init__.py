"""The Brief page: sections in order, the very pages that will be exported, and what the chosen section says."""
