"""What the ranking hangs on, beneath the matrix: sweeps, pairs, trials, doubts, costs. It shows; `weighing` counts."""
