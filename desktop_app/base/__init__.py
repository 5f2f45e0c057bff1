"""What every room may use: errors, where resources lie. No knowledge of maps."""
