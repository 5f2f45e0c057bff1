"""Results as JSON for the command line and for exports: stable names, unrounded numbers."""
