"""What the Brief page hands to work beside the window."""
