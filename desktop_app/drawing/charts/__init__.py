"""Charts as shapes: one description that screen, SVG and brief paint alike, each with its equivalent in words.

They take numbers, names, and what the weighing says of robustness; nothing is computed here.
"""
