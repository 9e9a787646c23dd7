"""A label set as a REFI-QDA codebook (``.qdc``), which QualCoder, ATLAS.ti, MAXQDA, NVivo and others read.

Its codes have the same GUIDs as in a project that Sanad writes, so that a tool knows them again.
"""

from collections.abc import Iterable, Iterator

from annotator.core.errors import Phrase
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Part, Writing
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.refi_qda.codes import Codes
from annotator.formats.refi_qda.names import CODEBOOK, ORIGIN, element

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def write(bundles: Iterable[Bundle], writing: Writing[Options]) -> Iterator[Part]:
    """The label set, and the labels that the bundles use besides."""
    codes = Codes(writing.scheme)
    for bundle in bundles:
        if bundle.layer is not None:
            for annotation in bundle.layer.annotations:
                codes.label(annotation.label)
            for zone in bundle.layer.zones:
                codes.zone(zone.kind)
    book = element("CodeBook", codes.written(), xmlns=CODEBOOK, origin=ORIGIN)
    yield Part("", f"{DECLARATION}{book}\n".encode())


REFI_CODEBOOK = Format(
    name="refi-codebook",
    title=Phrase("REFI-QDA codebook"),
    suffixes=(".qdc",),
    write=write,
    loses=frozenset(Loss) - {Loss.LABELS},
)
