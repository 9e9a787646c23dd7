"""One bundle that has each thing a format may lose."""

from hashlib import sha256

from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)

TEXT = "عنوان الخبر\nقال وزير الدفاع أحمد إن نحو 2500 جندي وصلوا 😀 إلى بغداد أمس.\n"
ACTOR = "b1692667-dfeb-4423-8a48-8196657a764b"
CLAIM = "5c8f0e0a-6f0b-4c0e-9d1f-6f9a3c2d1e0b"
FIGURE = "d0872ef7-4810-485d-91e6-69acef3fc595"
ENTITY = "0b6c1c50-0f8d-4a5e-8d0a-1f2e3d4c5b6a"


def full_bundle():
    """A document that nothing of is at its default."""
    return Bundle(
        document=BundleDocument(
            uuid="73c339ba-622d-4eeb-85f3-0c739647045a",
            name="خبر.txt",
            text=TEXT,
            text_sha256=sha256(TEXT.encode()).hexdigest(),
            title="عنوان",
            source="https://example.org/1",
            published="2024-01-27",
            language="fa",
            direction="ltr",
            encoding="windows-1256",
            bytes_sha256="0" * 64,
        ),
        layer=BundleLayer(
            kind="adjudicated",
            reviewers=("الأول", "الثاني"),
            status="done",
            updated="2026-11-21T18:00:00Z",
            annotations=(
                _annotation(CLAIM, "قال وزير الدفاع أحمد إن نحو 2500 جندي وصلوا 😀 إلى بغداد", "claim"),
                _annotation(ACTOR, "وزير الدفاع أحمد", "actor", attributes={"role": "وزير"}, entity=ENTITY),
                _annotation(FIGURE, "نحو 2500 جندي", "figure", attributes={"value": 2500, "op": "~"}),
            ),
            relations=(
                BundleRelation(
                    uuid="b9d0d38a-c32a-4ea7-8d4c-824cda254ab4",
                    type="attributed_to",
                    source=CLAIM,
                    target=ACTOR,
                ),
            ),
            zones=(BundleZone(start=0, end=11, kind="headline"),),
        ),
        entities=(BundleEntity(uuid=ENTITY, label="actor", name="أحمد", aliases=("الوزير",)),),
    )


def _annotation(uuid, quote, label, *, attributes=None, entity=None):
    start = TEXT.index(quote)
    return BundleAnnotation(
        uuid=uuid,
        start=start,
        end=start + len(quote),
        label=label,
        quote=quote,
        attributes=attributes or {},
        entity=entity,
        note="ملاحظة",
        reviewer="الثاني",
        origin="suggested",
        scheme_version=3,
    )
