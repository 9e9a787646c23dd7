"""A change is a value: it can be inverted, sorted by type, and written to JSON and back."""

import msgspec
import pytest

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Layer, Record, Reviewer, Span, Zone
from annotator.store.tables import record_types

ANNOTATION = Annotation(
    id=3, uuid="u", layer_id=2, label_id=9, start=0, end=3, quote="قال", reviewer_id=1,
    attributes={"value": 2500, "share": 0.5, "op": "~"},
)  # fmt: skip
LAYER = Layer(id=2, document_id=1, reviewer_id=1, contributors=(4, 5))
TAG = Transaction("tag", (Change(None, LAYER), Change(None, ANNOTATION)), 1, "2026-01-01T00:00:00Z", "x")


def test_an_inverse_takes_back_in_reverse_order() -> None:
    assert TAG.inverse().changes == (Change(ANNOTATION, None), Change(LAYER, None))
    assert TAG.inverse().inverse() == TAG


def test_changes_are_told_by_type() -> None:
    assert list(TAG.of(Annotation)) == [(None, ANNOTATION)]
    assert list(TAG.inverse().of(Layer)) == [(LAYER, None)]
    assert list(TAG.of(Zone)) == []


def test_the_record_of_a_change_is_what_stands_or_what_stood() -> None:
    other = Reviewer(id=1, uuid="u", name="n")
    assert Change(None, other).record == Change(other, None).record == other
    with pytest.raises(ValueError, match="before or after"):
        _ = Change(None, None).record


def test_a_transaction_comes_back_from_json_as_it_was() -> None:
    data = msgspec.json.encode(TAG)
    assert msgspec.json.decode(data, type=Transaction) == TAG
    assert msgspec.json.encode(msgspec.json.decode(data, type=Transaction)) == data


def test_a_record_with_an_unknown_field_is_refused() -> None:
    data = msgspec.json.encode(TAG).replace(b'"note"', b'"gloss"')
    with pytest.raises(msgspec.ValidationError, match="gloss"):
        msgspec.json.decode(data, type=Transaction)


def test_every_record_is_told_apart_by_a_tag() -> None:
    tags = [kind.__struct_config__.tag for kind in record_types()]
    assert len(set(tags)) == len(tags)
    assert all(issubclass(kind, Record) for kind in record_types())


def test_a_span_is_half_open() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert span.quote("0123456") == "234"
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
    assert span.contains(Span(2, 5))
    assert not span.contains(Span(1, 3))
    assert ANNOTATION.span == Span(0, 3)
