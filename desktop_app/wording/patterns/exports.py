"""The formats of exports, and what menus call them."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("format.pdf", "PDF"),
    pattern("format.pdf.use", "to print"),
    pattern("format.docx", "Word document"),
    pattern("format.docx.use", "to edit"),
    pattern("format.pptx", "Slides"),
    pattern("format.pptx.use", "for a class or a workshop"),
    pattern("format.html", "Web page"),
    pattern("format.html.use", "to read on a screen"),
    pattern("format.md", "Markdown"),
    pattern("format.md.use", "for other text programs"),
    pattern("format.svg", "Drawing"),
    pattern("format.svg.use", "the map alone, to be drawn on"),
    pattern("format.png", "Picture"),
    pattern("format.png.use", "the map alone"),
    pattern("format.csv", "Table"),
    pattern("format.csv.use", "for a spreadsheet"),
    pattern("format.json", "Everything as JSON"),
    pattern("format.json.use", "for programs"),
    pattern("action.export_brief", "Export brief…"),
    pattern("action.export_word", "Export as Word…"),
    pattern("action.export_whole", "Export brief with the workbook inside…"),
    pattern("action.export_changes", "Export as Word with what changed since…"),
    pattern("action.export_slides", "Export as slides…"),
    pattern("action.export_html", "Export as web page…"),
    pattern("action.export_markdown", "Export as Markdown…"),
    pattern("action.export_svg", "Export the map as SVG…"),
    pattern("action.export_png", "Export the map as PNG…"),
    pattern("action.export_csv", "Export tables as CSV…"),
    pattern("action.export_json", "Export everything as JSON…"),
)
