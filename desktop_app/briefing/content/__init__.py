"""What a brief says, as plain records: which parts, in which order, in whose numbers and words. Prints nothing."""
