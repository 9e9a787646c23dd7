"""What a figure says: a number of something, and how exactly it is meant."""

from typing import Final

from msgspec import Struct

OPERATORS: Final = ("=", "~", ">", ">=", "<", "<=", "range", "vague")


class Figure(Struct, frozen=True, kw_only=True):
    """What the words of a figure mean. Numbers are finite and below 2**63; whole ones are ``int``.

    Either ``value`` or both bounds are given; a vague figure may have none of them (``عدة أشهر``).
    """

    value: int | float | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    operator: str = "="
    """One of ``OPERATORS``."""
    unit: str = ""
    """``%``, an ISO 4217 code, or the word for money whose country is not said; else empty."""
    counted: str = ""
    """The counted noun phrase as it is written; empty if there is none."""
    number_text: str = ""
    """The words of the number alone, as they are written; empty where nothing is counted (``دون إصابات``)."""
    number: tuple[int, int] = (0, 0)
    """The range of those words in the text, half-open code points."""
    counted_range: tuple[int, int] = (0, 0)
    """The range of the counted noun phrase in the text, half-open code points."""
    understood: tuple[str, ...] = ()
    """The words, as they are written, that made the operator what it is: ``("أكثر من",)``."""
