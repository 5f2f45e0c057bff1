"""The matrix: options judged on criteria, weights and totals."""
