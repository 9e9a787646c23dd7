"""What is known of each format, and the page made of it."""

from pathlib import Path

import pytest

from annotator.formats import catalogue
from annotator.formats.every import FORMATS

PAGE = Path(__file__).parents[2] / "FORMATS.md"


def test_the_page_on_formats_is_current():
    current = PAGE.read_text(encoding="utf-8") == catalogue.markdown()
    assert current, "make it again: sanad formats --markdown > FORMATS.md"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_every_format_has_a_row_and_a_section(kind):
    page = catalogue.markdown()
    assert page.count(f"| `{kind.name}` | {kind.title} |") == 1
    assert page.count(f"### {kind.title}: `{kind.name}`\n") == 1


def test_what_a_format_loses_is_said():
    found = {item.name: item for item in catalogue.entries()}
    assert found["gold"].loses.keys() == {"direction", "file"}
    assert not found["text"].writes
    assert found["text"].articles_only
