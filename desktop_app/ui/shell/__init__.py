"""The program around a workbook: application, window, actions, menus, status, settings, looks, exports."""
