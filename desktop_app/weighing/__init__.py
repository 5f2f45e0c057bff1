"""What arguments and scores add up to: strengths, points, explanations, totals. Reads records, never writes."""
