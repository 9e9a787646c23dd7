"""Files that nobody should have made, and what must hold of whatever a reader makes of them."""

import re
from hashlib import sha256
from pathlib import Path

from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from tests.formats.full import full_bundle
from tests.formats.trips import write_into

DATA = Path(__file__).parent.parent / "data" / "formats"
MAX_SEED = 20_000
"""Bytes; longer samples are left to the round trips."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_STRANGE = [
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xa8",
        b"\xf0\x9f\x98\x80",
        b"\r",
        b"\n\n",
        b"\t\t",
        b"]]>",
    ),
    *(
        b"-1",
        b"9" * 30,
        b"1e999",
        b"NaN",
        b"null",
        b"[]",
        b"{}",
        b'"',
        b"\\ud800",
        b"&x;",
        b"<!DOCTYPE a>",
        b"[" * 99,
    ),
]


def seeds(kind, folder):
    """Small files of a format, each with its companions: samples kept with the tests, and one we write."""
    found = []
    if kind.write:
        found = write_into(kind, [full_bundle()], folder / "seed")[0]
    kept = sorted(item for item in (DATA / kind.name).rglob("*") if item.is_file())
    found += [path for path in kept if path.stat().st_size <= MAX_SEED]
    companions = {other for path in (*found, *kept) for other in kind.companions(path)}
    return [path for path in found if path not in companions]


@st.composite
def damaged(draw, data):
    """The bytes of a file after a few accidents."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        how = draw(st.sampled_from(["insert", "replace", "drop", "repeat", "cut", "flip"]))
        piece = draw(st.sampled_from(_STRANGE))
        if how == "insert":
            data = data[:at] + piece + data[at:]
        elif how == "replace":
            data = data[:at] + piece + data[at + length :]
        elif how == "drop":
            data = data[:at] + data[at + length :]
        elif how == "repeat":
            data = data[:at] + data[at : at + length * 4] * 2 + data[at + length :]
        elif how == "cut":
            data = data[:at]
        elif at < len(data):
            data = data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :]
    return data


def read_or_refuse(kind, path, *, skip=False):
    """All bundles of a file, each proved whole, or those up to where it was refused with a sentence."""
    bundles = []
    try:
        for bundle in kind.read(path, Reading(kind.reading(), skip=skip)):
            prove(bundle)
            bundles.append(bundle)
    except UserError:
        pass  # one sentence for the person, which is what should come of it
    return bundles


def prove(bundle):
    """Whatever stands in a bundle, a project can hold."""
    document, text = bundle.document, bundle.document.text
    assert document.text_sha256 == sha256(text.encode()).hexdigest()
    assert text.strip()
    for item in (text, document.name, document.title, document.source, document.published):
        assert "\0" not in item
        assert not _SURROGATE.search(item)
    for item in bundle.predictions:
        assert 0 <= item.start < item.end <= len(text)
        assert item.quote == text[item.start : item.end]
        assert item.score is None or 0 <= item.score <= 1
    if bundle.layer is not None:
        _prove_layer(bundle.layer, text)


def _prove_layer(layer, text):
    ids = [item.uuid for item in layer.annotations]
    assert len(set(ids)) == len(ids)
    assert all(ids)
    assert layer.reviewers
    for item in layer.annotations:
        assert 0 <= item.start < item.end <= len(text)
        assert item.quote == text[item.start : item.end]
        assert item.label.strip()
        for value in item.attributes.values():
            assert type(value) in (str, int, float)
            assert value == value  # no NaN
    links = [item.uuid for item in layer.relations]
    assert len(set(links)) == len(links)
    for item in layer.relations:
        assert item.source in ids
        assert item.target in ids
        assert item.source != item.target
        assert item.type.strip()
    assert all(0 <= zone.start < zone.end <= len(text) for zone in layer.zones)
