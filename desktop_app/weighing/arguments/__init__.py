"""What pros and cons add up to: strengths by each method, points, shares, single changes, sentences."""
