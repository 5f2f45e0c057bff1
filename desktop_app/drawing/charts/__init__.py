"""Charts as shapes: one description that screen, SVG and brief paint alike, each with its equivalent in words.

They take plain numbers and names; what these mean and how they were computed is not known here.
"""
