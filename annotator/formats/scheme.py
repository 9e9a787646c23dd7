"""A label set as a file, ``scheme.json``. What it means is the business of ``annotator.core.schema``."""

from pathlib import Path

from annotator.core.errors import UserError, why
from annotator.core.schema import SchemeDefinition, read_definition

NAME = "scheme.json"
MAX_BYTES = 4 * 1024 * 1024


def read_scheme(path: Path) -> SchemeDefinition:
    """The label set in a file.

    Raises:
        UserError: the file cannot be read, or holds no label set.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("{path} cannot be read: {reason}.", path=path, reason=why(error)) from error
    if len(data) > MAX_BYTES:
        raise UserError("{path} is too large for a label set; choose a scheme.json.", path=path)
    try:
        return read_definition(data)
    except UserError as error:
        raise UserError("{path}: {problem}", path=path, problem=error) from error
