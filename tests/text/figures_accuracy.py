"""How right the figures are: ``python -m tests.text.figures_accuracy`` prints the rates, never a row."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.lexicon import figure_tables
from annotator.text.figures import Figure, compile_lexicon, parse

DATA = Path(__file__).parent.parent / "data" / "figures"
SETS = ("tuning", "measured")
_TOLERANCE = 1e-4


class Expected(NamedTuple):
    """One row of a set; empty strings where there is nothing."""

    text: str
    value: str
    minimum: str
    maximum: str
    operator: str
    unit: str
    counted: str
    number_text: str


class Rates(NamedTuple):
    """Shares of the rows that are figures, and of those that are none."""

    figures: int
    others: int
    values: float
    operators: float
    units: float
    counted: float
    number_texts: float
    silent: float
    """Figures it says nothing about."""
    wrong: float
    """Figures of which it states a wrong number."""
    stated: float
    """No figures of which it states one."""
    whole: float
    """Figures of which value or bounds, operator and unit are right."""


def rows(name: str) -> Iterator[Expected]:
    """The rows of a set."""
    for line in (DATA / f"{name}.tsv").read_text("utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            cells = [*line.split("\t"), *[""] * 8][:8]
            yield Expected(*cells)


def rates(name: str) -> Rates:
    """How right the parser is on a set."""
    lexicon = compile_lexicon(figure_tables())
    count: Counter[str] = Counter()
    for row in rows(name):
        figure = parse(row.text, lexicon)
        if row.operator == "none":
            count["others"] += 1
            count["stated"] += figure is not None
            continue
        count["figures"] += 1
        if figure is None:
            count["silent"] += 1
            continue
        count.update(name for name, right in judged(row, figure).items() if right)
    figures, others = count["figures"], count["others"]
    shares = {name: count[name] / (figures or 1) for name in Rates._fields[2:] if name != "stated"}
    return Rates(figures=figures, others=others, stated=count["stated"] / (others or 1), **shares)


def judged(row: Expected, figure: Figure) -> dict[str, bool]:
    """What of a figure is right."""
    numbers = [(row.value, figure.value), (row.minimum, figure.minimum), (row.maximum, figure.maximum)]
    values = all(_same(*pair) for pair in numbers)
    right = {"operators": row.operator == figure.operator, "units": row.unit == figure.unit}
    return {
        "values": values,
        "wrong": any(said is not None and not _same(expected, said) for expected, said in numbers),
        **right,
        "counted": row.counted == figure.counted,
        "number_texts": row.number_text == figure.number_text,
        "whole": values and all(right.values()),
    }


def _same(expected: str, said: float | None) -> bool:
    if expected == "" or said is None:
        return expected == "" and said is None
    return abs(float(expected) - said) <= _TOLERANCE * max(1, abs(said)) * (0.01 if abs(said) > 1 else 1)


def main() -> None:
    """Print the rates of each set that is there."""
    for name in SETS:
        if (DATA / f"{name}.tsv").exists():
            found = rates(name)
            print(f"{name}: {found.figures} figures, {found.others} that are none")
            for field, value in list(found._asdict().items())[2:]:
                print(f"  {field:14}{value:7.1%}")


if __name__ == "__main__":
    sys.exit(main())
