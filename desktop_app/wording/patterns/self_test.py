"""What the self-test tried, and what came out wrong; most end a sentence."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("error.self_test.failed", "The self-test failed: {otherwise}."),
    pattern("error.self_test.unreadable", "The self-test failed: the {ending} cannot be read: {error}."),
    pattern("self_test.came_out_empty", "the {ending} came out empty"),
    pattern("self_test.does_not_say_its_title", "the {ending} does not say its title"),
    pattern("self_test.drawing_is_empty", "the drawing is empty"),
    pattern("self_test.drawing_is_no_svg", "the drawing is no SVG"),
    pattern("self_test.edit_was_not_in_file", "an edit was not in the file"),
    pattern("self_test.json_does_not_say_its_title", "the JSON does not say its title"),
    pattern("self_test.logo_was_not_taken", "the {kind} logo was not taken"),
    pattern("self_test.markdown_does_not_say_its_title", "the Markdown does not say its title"),
    pattern("self_test.no_document", "the {ending} is no document"),
    pattern("self_test.nothing_was_ranked", "nothing was ranked"),
    pattern("self_test.part_of_is_damaged", "a part of the {ending} is damaged"),
    pattern("self_test.part_of_picture_is_damaged", "a part of the picture is damaged"),
    pattern("self_test.pdf_does_not_say_its_title", "the PDF does not say its title"),
    pattern("self_test.pdf_is_none", "the PDF is none"),
    pattern("self_test.pdf_shows_no_logo", "the PDF shows no logo"),
    pattern("self_test.picture_is_empty", "the picture is empty"),
    pattern("self_test.picture_is_no_png", "the picture is no PNG"),
    pattern("self_test.picture_is_not_whole", "the picture is not whole"),
    pattern("self_test.table_does_not_say_its_title", "the table does not say its title"),
    pattern("self_test.table_has_no_rows_of_one", "the table has no rows of one length"),
    pattern("self_test.two_exports_of_same_map_differ", "two exports of the same map differ"),
    pattern("self_test.undo_did_not_lead_back", "undo did not lead back"),
    pattern("self_test.undo_did_not_lead_back_after", "undo did not lead back after reopening"),
    pattern("self_test.web_page_does_not_say_its", "the web page does not say its title"),
    pattern("self_test.web_page_is_none", "the web page is none"),
    pattern("self_test.web_page_shows_no_logo", "the web page shows no logo"),
    pattern("self_test.word_document_shows_no_logo", "the Word document shows no logo"),
    pattern("self_test.workbook_in_is_not_one_exported", "the workbook in {where} is not the one exported"),
    pattern("self_test.done.made", "made a workbook"),
    pattern("self_test.done.edited", "edited it"),
    pattern("self_test.done.undone", "took the edits back"),
    pattern("self_test.done.reopened", "reopened it, took the edits back and made them again"),
    pattern("self_test.done.weighed", "weighed it"),
    pattern("self_test.done.exported", "exported {ending}, with a logo in {kind}, and looked into it"),
)
