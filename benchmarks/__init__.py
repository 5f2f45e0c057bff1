"""The speed of what users feel, as ratios to something measured in the same run. Nothing of the program lives here."""
