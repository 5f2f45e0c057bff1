"""The pros and cons of one card in two columns under a beam."""
