from hashlib import sha256
from uuid import UUID

import pytest

from annotator.exchange.importing import read_file
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.resources import SEEDS
from tests.replay import report
from tests.replay.doing import replayed

LONG = "وأضاف المتحدث أن الوضع هادئ ولا جديد فيه حتى الساعة، " * 60
HARD = (
    "Headline: 👩‍👩‍👧 and F-16\r\n"
    "Officials say قال الناطق: «لا مفاوضات» مع الآلات في المدينة on 12-10\r\n"
    "and so it 𝔊𝔬𝔢𝔰 on بالمدينة والعراق. The ولات 2002.\r\n"
    f"{LONG}\r\n"
    "The end في المدينة.\r\n"
)
ENTITY = BundleEntity(uuid=str(UUID(int=900)), label="location", name="المدينة")


class Gold:
    """Gold on the hard text, written by what it quotes."""

    def __init__(self) -> None:
        self.annotations: list[BundleAnnotation] = []

    def mark(self, label: str, quote: str, before: str = "", **more) -> str:
        """Annotate a quote, the first one after ``before``; its id."""
        start = HARD.index(before + quote) + len(before)
        uuid = str(UUID(int=len(self.annotations) + 1))
        self.annotations.append(
            BundleAnnotation(uuid=uuid, start=start, end=start + len(quote), label=label, quote=quote, **more)
        )
        return uuid


@pytest.fixture
def hard() -> Bundle:
    """Left-to-right base, astral letters and clusters, CRLF; nested, coincident, crossing and cut spans."""
    gold = Gold()
    gold.mark("actor", "👩‍👩‍👧", note="a family, عائلة")
    gold.mark("figure", "16", before="F-", attributes={"value": 16, "op": "="})
    speaker = gold.mark("actor", "الناطق", attributes={"kind": "count of sources", "role": "spokesman"})
    claim = gold.mark("claim", "لا مفاوضات", attributes={"attribution": "actor", "mode": "direct"})
    gold.mark("claim", "مفاوضات» مع الآلات", attributes={"attribution": "outlet"})
    gold.mark("actor", "آلات")  # it begins inside a lam-alef
    gold.mark("location", "المدينة", before="في ", entity=ENTITY.uuid)
    gold.mark("actor", "المدينة", before="في ")
    gold.mark("figure", "12", attributes={"value": 12.5, "op": "range", "min": 10, "max": 12})
    gold.mark("claim", "on 12-10\r\nand so it 𝔊𝔬𝔢𝔰", attributes={"attribution": "anonymous"})
    gold.mark("location", "مدينة", before="بال", entity=ENTITY.uuid)
    gold.mark("location", "العراق", before="و")
    gold.mark("location", "لات", before="و")  # a cut that is no proclitic's
    gold.mark("figure", "00", before="2")
    gold.mark("claim", LONG.strip(), attributes={"attribution": "outlet"})  # taller than the view
    gold.mark("location", "المدينة", before="end في ", entity=ENTITY.uuid)
    layer = BundleLayer(
        reviewers=("مراجع",),
        status="started",
        annotations=tuple(gold.annotations),
        relations=(
            BundleRelation(uuid=str(UUID(int=800)), type="attributed_to", source=claim, target=speaker),
        ),
        zones=(BundleZone(start=0, end=HARD.index("\r\n"), kind="headline"),),
    )
    document = BundleDocument(
        uuid=str(UUID(int=700)),
        name="hard.txt",
        text=HARD,
        text_sha256=sha256(HARD.encode()).hexdigest(),
        direction="ltr",
    )
    return Bundle(document=document, layer=layer, entities=(ENTITY,))


@pytest.mark.parametrize("proposals", [True, False], ids=["with proposals", "without proposals"])
def test_the_sample_is_made_again_exactly_by_hand(dressed, proposals):
    (bundle,) = read_file(SEEDS / "gold" / "000.jsonl")

    found = replayed(dressed, bundle, bundle.entities, proposals=proposals)

    assert found["differences"] == found["problems"] == []
    assert found["spans"] == 112
    assert (found["actions"] < 9 * 112) is proposals
    labels = found["labels"].values()
    assert all(row["selection"] <= 1.5 * row["spans"] for row in labels)
    assert all(row["label"] <= report.GOAL * row["spans"] for row in labels)


@pytest.mark.parametrize("mouse", [True, False], ids=["with a mouse", "by keys alone"])
def test_hard_spans_can_all_be_made(dressed, hard, mouse):
    found = replayed(dressed, hard, hard.entities, mouse=mouse)

    assert found["differences"] == found["problems"] == []
    assert report.table(found)
    assert report.comparison(found, found)


def test_a_difference_is_told_in_words(dressed, hard):
    from msgspec.structs import replace

    from tests.replay.comparing import differences

    without = replace(hard.layer, annotations=hard.layer.annotations[1:], relations=(), status="done")

    told = differences(HARD, hard.layer, without, (ENTITY,), (ENTITY,))

    assert told[0].startswith("missing: actor 10–15 “👩‍👩‍👧”")
    assert told[1].startswith("missing: attributed_to: claim")
    assert told[2] == "status: gold started, made done"
