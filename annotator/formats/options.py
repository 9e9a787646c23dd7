"""What a person may choose about a format, one field each; dialogs and command lines are made from them.

A format has a small frozen dataclass whose fields are made with :func:`option`. The type of a field is that
of its default: ``bool`` is a tick, ``int`` a number, ``str`` a text, or a choice where choices are listed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from annotator.core.errors import Phrase, UserError

_KEY = "sanad"


@dataclass(frozen=True)
class Options:
    """A format's options; this one has none."""


O = TypeVar("O", bound=Options)  # noqa: E741


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    name: str
    """The field's name; on the command line with ``-`` for ``_``."""
    default: bool | int | str
    title: Phrase
    help: Phrase | None = None
    choices: Mapping[str, Phrase] | None = None
    """For a choice: each value with its title."""
    minimum: int = 0
    maximum: int = 1_000_000_000


def option(
    default: bool | int | str,  # noqa: FBT001  # a tick's default is a truth value
    title: Phrase,
    choices: Mapping[str, Phrase] | None = None,
    *,
    explanation: Phrase | None = None,
    minimum: int = 0,
    maximum: int = 1_000_000_000,
) -> Any:  # noqa: ANN401  # as dataclasses.field
    """A field of a format's options. ``Any``, as what ``dataclasses.field`` gives."""
    known = Option("", default, title, explanation, choices, minimum, maximum)
    return field(default=default, metadata={_KEY: known})


def names_in(value: str) -> list[str]:
    """The names in a text option, with commas between: the Latin one or the Arabic."""
    return [name.strip() for name in re.split("[,،]", value) if name.strip()]


def options_of(kind: type[Options]) -> tuple[Option, ...]:
    """What there is to choose, in order."""
    return tuple(
        replace(item.metadata[_KEY], name=item.name) for item in fields(kind) if _KEY in item.metadata
    )


def choose(kind: type[O], given: Mapping[str, bool | int | str]) -> O:
    """The options with some values chosen, given as they are or as written on a command line.

    Raises:
        UserError: there is no such option, or it cannot have that value.
    """
    known = {item.name: item for item in options_of(kind)}
    values: dict[str, Any] = {}
    for written, value in given.items():
        name = written.replace("-", "_")
        if name not in known:
            listed = ", ".join(known) or "none"
            raise UserError(
                "There is no option “{name}” here; there are: {known}.", name=written, known=listed
            )
        values[name] = _value(known[name], value)
    return kind(**values)


def _value(item: Option, value: bool | int | str) -> bool | int | str:  # noqa: FBT001
    if item.choices is not None:
        return _choice(item, value)
    if isinstance(item.default, bool):
        return _truth(item, value)
    if isinstance(item.default, int):
        return _number(item, value)
    return str(value)


def _choice(item: Option, value: object) -> str:
    if not isinstance(value, str) or item.choices is None or value not in item.choices:
        raise _refused(item, value, ", ".join(item.choices or ()))
    return value


def _truth(item: Option, value: object) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    answer = value if isinstance(value, bool) else answers.get(str(value).lower())
    if answer is None:
        raise _refused(item, value, "yes, no")
    return answer


def _number(item: Option, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError:
        number = item.minimum - 1
    if not item.minimum <= number <= item.maximum:
        raise _refused(item, value, f"{item.minimum}–{item.maximum}")
    return number


def _refused(item: Option, value: object, allowed: str) -> UserError:
    return UserError(
        "The option {name} cannot be “{value}”; it can be: {allowed}.",
        name=item.name,
        value=value,
        allowed=allowed,
    )
