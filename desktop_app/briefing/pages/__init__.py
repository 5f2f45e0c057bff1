"""A brief on paper: its content as input of the page template, typeset as PDF or as pictures."""
