"""A small line of gold data that tests change, and how it becomes a file."""

import json
from hashlib import sha256

import pytest

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس."
DOCUMENT = "73c339ba-622d-5eeb-85f3-0c739647045a"
MINISTER = "b1692667-dfeb-5423-8a48-8196657a764b"
SOLDIERS = "d0872ef7-4810-585d-91e6-69acef3fc595"


@pytest.fixture
def line():
    number = TEXT.index("2500")
    return {
        "format": "sanad-gold",
        "version": 1,
        "id": DOCUMENT,
        "name": "a.txt",
        "text": TEXT,
        "text_sha256": sha256(TEXT.encode()).hexdigest(),
        "offset_unit": "unicode_code_point",
        "metadata": {"title": "", "source": "", "published": "", "language": "ar"},
        "layer": {
            "kind": "reviewer",
            "reviewers": ["ع"],
            "status": "done",
            "updated": "2026-11-21T00:00:00Z",
        },
        "annotations": [
            {
                "id": MINISTER,
                "start": 4,
                "end": 15,
                "label": "actor",
                "quote": TEXT[4:15],
                "attributes": {"role": "وزير"},
            },
            {
                "id": SOLDIERS,
                "start": number,
                "end": number + 9,
                "label": "figure",
                "quote": TEXT[number : number + 9],
                "attributes": {"value": 2500},
            },
        ],
        "relations": [
            {
                "id": "b9d0d38a-c32a-5ea7-8d4c-824cda254ab4",
                "type": "same_as",
                "from": SOLDIERS,
                "to": MINISTER,
            }
        ],
        "zones": [{"start": 0, "end": 3, "kind": "headline"}],
    }


@pytest.fixture
def gold_file(tmp_path):
    """Writes lines, given as JSON values or bytes, to ``gold.jsonl``."""

    def write(*lines):
        path = tmp_path / "gold.jsonl"
        pieces = [item if isinstance(item, bytes) else json.dumps(item).encode() + b"\n" for item in lines]
        path.write_bytes(b"".join(pieces))
        return path

    return write
