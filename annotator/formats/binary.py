"""Files that are no text and of no format that is read: photos, sounds, programs, projects of our own."""

import re

from annotator.core.errors import UserError

_GLIMPSE = 4096
_SIGNATURES = (
    *(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
    *(
        b"ID3\2",
        b"ID3\3",
        b"ID3\4",
        b"OggS\0",
        b"fLaC\0",
        b"\x1aE\xdf\xa3",
        b"%PDF-",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"7z\xbc\xaf'\x1c",
    ),
    *(b"Rar!\x1a\x07", b"\x1f\x8b\x08", b"BZh91AY&SY", b"\xfd7zXZ\0", b"\x7fELF", b"SQLite format 3\0"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # Word, Excel and PowerPoint before 2007
)
_INSIDE = re.compile(rb"\0\0..ftyp|RIFF....(?:WAVE|WEBP|AVI )", re.DOTALL)
"""Films, sounds, and photos of telephones."""
_PROJECT = b"SAND"
"""From this byte on in a database that is a project of ours (SQLite's ``application_id``)."""
_PROJECT_AT = 68
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SHARE = 0.05


def refuse_known_binary(name: str, data: bytes) -> None:
    """Refuse a file that begins as only a file that is no text does.

    Raises:
        UserError: it does.
    """
    if data.startswith(b"SQLite format 3\0") and data[_PROJECT_AT:].startswith(_PROJECT):
        raise UserError(
            "{file}: this is a project of Sanad, and a project is not imported into another; export it to"
            " gold data first, then import these.",
            file=name,
        )
    if data.startswith(_SIGNATURES) or _INSIDE.match(data):
        raise no_kind(name)


def seems_binary(data: bytes) -> bool:
    """Whether bytes that are no text in any encoding are not even nearly one."""
    head = data[:_GLIMPSE]
    return b"\0" in head and len(_CONTROLS.findall(head)) > _SHARE * len(head)


def no_kind(name: str) -> UserError:
    """What to say of a file of no format that is read."""
    return UserError("{file}: this is no kind of file that Sanad reads; choose another one.", file=name)
