"""What scores and weights add up to: the matrix, totals, who comes first, what a look over a map finds."""
