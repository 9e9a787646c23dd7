"""How an article begins: what a person knows it by when nobody has given its title."""

HEAD = 1200
"""Code points at the beginning of a text that are looked at."""

_PROSE = 60
"""Code points from which on a line is text: what websites put above it comes in shorter lines."""


def opening(text: str) -> str:
    """The first line that reads like text, else the longest of the first ones; empty if none has a letter."""
    lines = [" ".join(line.split()) for line in text[:HEAD].splitlines()]
    lines = [line for line in lines if any(map(str.isalpha, line))]
    return next((line for line in lines if len(line) >= _PROSE), max(lines, key=len, default=""))
