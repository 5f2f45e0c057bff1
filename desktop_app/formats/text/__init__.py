"""The text grammar of PRODUCT and MODEL, read into a plan and written from a map."""

from desktop_app.formats.text.reading import TextTooDeepError, read_text
from desktop_app.formats.text.writing import WrittenText, write_branches, write_text

__all__ = ["TextTooDeepError", "WrittenText", "read_text", "write_branches", "write_text"]
