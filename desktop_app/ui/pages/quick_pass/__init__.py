"""Weighing what is not weighed yet, one number after the other, by keys alone."""
