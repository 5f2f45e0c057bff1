"""Every record and every field has a name for what is said of it."""

from dataclasses import fields

from desktop_app.model.tables import TABLES
from desktop_app.wording.sentence import text


def test_every_record_and_every_field_has_a_name_in_the_catalog() -> None:
    for table in TABLES:
        assert str(table.spoken) == table.name
        for field in fields(table.record):
            assert text(f"field.{field.name}") == field.name.replace("_", " ")
