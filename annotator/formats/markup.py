"""XML from anywhere: parsed with entities, external references and document types of its own refused."""

from collections.abc import Iterator
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
    depth = 0
    try:
        for event, element in iterparse(file, events=("start", "end")):
            if event == "start":
                depth += 1
                if depth > MAX_DEPTH:
                    raise UserError("{file} is nested more than {limit} deep.", file=name, limit=MAX_DEPTH)
                continue
            depth -= 1
            yield element
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
