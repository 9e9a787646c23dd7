"""Options are made from a dataclass, and refuse what they cannot be."""

from dataclasses import dataclass

import pytest

from annotator.core.errors import Phrase, UserError
from annotator.formats.options import Options, choose, option, options_of


@dataclass(frozen=True)
class Chosen(Options):
    nesting: str = option(
        "outer", Phrase("Nesting"), {"outer": Phrase("outermost"), "inner": Phrase("inner")}
    )
    with_notes: bool = option(default=True, title=Phrase("Notes"))
    window: int = option(10, Phrase("Window"), minimum=1, maximum=20)
    column: str = option("text", Phrase("Column"))


def test_options_are_listed_in_order_with_what_they_are():
    assert [(item.name, item.default, str(item.title)) for item in options_of(Chosen)] == [
        ("nesting", "outer", "Nesting"),
        ("with_notes", True, "Notes"),
        ("window", 10, "Window"),
        ("column", "text", "Column"),
    ]
    assert options_of(Options) == ()


def test_values_are_taken_as_they_are_or_as_written_on_a_command_line():
    assert choose(Chosen, {}) == Chosen()
    assert choose(Chosen, {"nesting": "inner", "window": 3}) == Chosen(nesting="inner", window=3)
    given = {"with-notes": "no", "window": "20", "column": "النص"}
    assert choose(Chosen, given) == Chosen(with_notes=False, window=20, column="النص")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("colour", "red", "no option “colour” here; there are: nesting, with_notes, window, column"),
        ("nesting", "both", "nesting cannot be “both”; it can be: outer, inner"),
        ("with_notes", "perhaps", "with_notes cannot be “perhaps”; it can be: yes, no"),
        ("window", "0", "window cannot be “0”; it can be: 1–20"),
        ("window", "many", "it can be: 1–20"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(name, value, told):
    with pytest.raises(UserError, match=told):
        choose(Chosen, {name: value})
