"""XML from anywhere: parsed with entities, external references and document types of its own refused."""

from collections.abc import Collection, Iterator
from io import BytesIO
from typing import IO
from xml.etree.ElementTree import Element, ParseError  # the parsing itself is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from annotator.core.errors import UserError

MAX_DEPTH = 500


def tree(data: bytes, name: str) -> Element:
    """The root of an XML file.

    Raises:
        UserError: it is not well-formed, nested without end, or defines entities.
    """
    return list(elements(BytesIO(data), name))[-1]  # the root ends last; an empty file is not well-formed


def elements(file: IO[bytes], name: str) -> Iterator[Element]:
    """Every element of an XML file as it ends, the innermost first.

    Raises:
        UserError: as :func:`tree`, but only when that place is reached.
    """
    yield from (element for event, element in _events(file, name) if event == "end")


def parts(file: IO[bytes], name: str, wanted: Collection[str]) -> Iterator[Element]:
    """The elements of these local names as they end, each whole, the outermost only; first of all the root.

    What ends is forgotten, so a file may be larger than memory as long as no single part of it is.

    Raises:
        UserError: as :func:`elements`.
    """
    open_ones: list[Element] = []
    inside = 0  # how many of the open ones are wanted
    known: dict[str, bool] = {}
    for event, element in _events(file, name):
        is_wanted = known.get(element.tag)
        if is_wanted is None:
            is_wanted = known[element.tag] = local_name(element) in wanted
        if event == "start":
            if not open_ones:
                yield element
            open_ones.append(element)
            inside += is_wanted
            continue
        open_ones.pop()
        inside -= is_wanted
        if not inside:
            if is_wanted:
                yield element
            if open_ones:
                del open_ones[-1][-1]


def _events(file: IO[bytes], name: str) -> Iterator[tuple[str, Element]]:
    depth = 0
    try:
        for event, element in iterparse(file, events=("start", "end")):
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise UserError("{file} is nested more than {limit} deep.", file=name, limit=MAX_DEPTH)
            yield event, element
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise _refused(name, error) from error


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refused(name: str, error: Exception) -> UserError:
    if isinstance(error, DefusedXmlException):
        return UserError("{file} defines entities of its own, which is refused.", file=name)
    if isinstance(error, ParseError):
        line, column = error.position
        return UserError(
            "{file}, line {line}, character {column}: this is not well-formed XML.",
            file=name,
            line=line,
            column=column + 1,
        )
    return UserError("{file} is not XML that can be read: {reason}.", file=name, reason=error)
