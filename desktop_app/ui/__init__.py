"""The window: the only room with QtWidgets. Floors: shell, pages, widgets, and the open workbook beneath them."""
