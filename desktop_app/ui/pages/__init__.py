"""What fills the window: map, balance, criteria, compare, brief, the audience’s screen and the first screen."""
