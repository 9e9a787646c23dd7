"""``sanad figure``: what Sanad understands of a figure's words."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.text.figures import Figure

_MEANS = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}


@click.command(
    short_help="Say what the words of a figure mean.",
    context_settings={"ignore_unknown_options": True},  # -5 درجات is an expression
)
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")
def figure(texts: tuple[str, ...], *, as_json: bool) -> None:
    """Say what the words of a figure mean: value or bounds, operator, unit, counted noun.

    Each TEXT is one expression as a reviewer marks it, such as "نحو 26 ألف شهيد"; - reads one a line from
    standard input. Where it is no figure, or not understood wholly, it says so: a wrong value would be worse.

    \b
    op      = exactly, ~ about, > more, >= at least, < less, <= at most; range and vague have min and max
    vague   عشرات 20 to 99, مئات 200 to 999, آلاف 2000 to 9999, likewise ملايين, مليارات and عشرات الآلاف;
            بضعة 3 to 9; عدة no bounds
    unit    % (35% is 35), a currency by its code, a bare دينار or ليرة as it is written
    zero    losses that are denied: دون إصابات
    none    dates, years, times, ordinals, telephone numbers, results of games, names such as F-16; two
            numbers that are not one range; separators that could mean two things (1.500)

    One line a TEXT; of several, or from standard input, each line begins with the words it is about.
    With --json each object has text, understood, value, min, max, op, unit, counted and number_text; null
    where there is nothing. Exit code 0, also for what is not understood.
    """  # noqa: D301  # click reads the backspace
    from annotator.lexicon import figure_tables
    from annotator.text.figures import compile_lexicon, parse

    for text in texts:
        if text.startswith("--"):
            raise click.NoSuchOption(text)
    lexicon = compile_lexicon(figure_tables())
    several = len(texts) > 1 or "-" in texts
    for text in _expressions(texts):
        found = parse(text, lexicon)
        begin = _begin(text) if several else ""
        click.echo(_as_json(text, found) if as_json else begin + _in_words(found))


def _expressions(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        if text != "-":
            yield text
            continue
        for line in sys.stdin.buffer:
            yield _decoded(line).rstrip("\r\n")


def _decoded(line: bytes) -> str:
    from annotator.core.errors import UserError

    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError("Standard input is not UTF-8; write the expressions in UTF-8.") from error


def _as_json(text: str, found: Figure | None) -> str:
    said: dict[str, Any] = {"text": text, "understood": found is not None}
    said |= {
        "value": found and found.value,
        "min": found and found.minimum,
        "max": found and found.maximum,
        "op": found and found.operator,
        "unit": (found and found.unit) or None,
        "counted": (found and found.counted) or None,
        "number_text": (found and found.number_text) or None,
    }
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    return json.dumps(said, ensure_ascii=encoding != "utf8")


def _begin(text: str) -> str:
    """The words that a line is about, isolated so that Arabic does not turn the rest of the line around."""
    words = " ".join(text.split())
    if not words:
        return ""
    return f"{words}: " if words.isascii() else f"\u2068{words}\u2069: "


def _in_words(found: Figure | None) -> str:
    if found is None:
        return "not understood as a figure"
    parts = [_amount(found)]
    parts += [f"unit {found.unit}"] if found.unit else []
    parts += [f"counted {found.counted}"] if found.counted else []
    return " · ".join(" ".join(part.split()) for part in parts)


def _amount(found: Figure) -> str:
    if found.value is not None:
        return f"{_MEANS[found.operator]}{found.value}"
    if found.minimum is None:
        return "vague, without bounds"
    return f"{found.operator} {found.minimum} to {found.maximum}"
