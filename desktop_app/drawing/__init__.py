"""A map as shapes: what cards look like, measured once and painted alike by canvas, SVG, PNG and PDF. No widgets."""
