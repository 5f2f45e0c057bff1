"""The window: the only room that knows QtWidgets. It shows what a session holds and turns gestures into edits."""
