import random

from annotator.core.records import Annotation, Span
from annotator.core.spans import (
    coincide,
    contains,
    covering,
    cross,
    innermost_first,
    inside_another,
    lanes,
    overlap,
    reading_order,
)


def annotation(id_, start, end, label_id=1):
    return Annotation(
        id=id_, uuid="u", layer_id=1, label_id=label_id, start=start, end=end, quote="", reviewer_id=1
    )


def test_how_two_spans_lie():
    assert contains(Span(0, 5), Span(0, 5))
    assert coincide(Span(0, 5), annotation(1, 0, 5))
    assert not overlap(Span(0, 5), Span(5, 6))
    assert cross(Span(0, 5), Span(3, 8))
    assert not cross(Span(0, 5), Span(1, 5))


def test_reading_order_has_the_outer_first():
    items = [annotation(3, 4, 6), annotation(2, 0, 5), annotation(1, 0, 9), annotation(4, 0, 5, label_id=0)]
    assert [a.id for a in sorted(items, key=reading_order)] == [1, 4, 2, 3]


def test_stacks_are_walked_from_the_innermost():
    spans = {1: Span(0, 100), 2: Span(10, 20), 3: Span(10, 20), 4: Span(5, 50)}
    assert innermost_first(spans, spans) == [3, 2, 4, 1]


def test_nested_spans_lie_one_lane_below_the_outer():
    assert lanes({1: Span(0, 10), 2: Span(2, 5), 3: Span(6, 9), 4: Span(2, 4)}) == {1: 0, 2: 1, 4: 2, 3: 1}


def test_coincident_and_crossing_spans_have_lanes_of_their_own():
    assert len(set(lanes({1: Span(0, 5), 2: Span(0, 5), 3: Span(3, 8)}).values())) == 3


def test_no_two_overlapping_spans_share_a_lane():
    rng = random.Random(3)
    spans = {}
    for i in range(300):
        start = rng.randrange(1000)
        spans[i] = Span(start, start + rng.randrange(1, 40))
    lane_of = lanes(spans)
    for i, one in spans.items():
        for j, other in spans.items():
            assert i == j or lane_of[i] != lane_of[j] or not one.overlaps(other)


def test_lanes_do_not_depend_on_spans_elsewhere():
    near = {1: Span(0, 10), 2: Span(2, 5)}
    far = {3: Span(20, 40), 4: Span(22, 30), 5: Span(25, 35)}
    assert lanes(near | far) == lanes(near) | lanes(far)


def test_what_overlaps_something_before_it():
    spans = {1: Span(0, 10), 2: Span(2, 5), 3: Span(10, 12), 4: Span(10, 12), 5: Span(20, 21)}
    assert inside_another(spans) == {2, 4}


def test_covering():
    assert covering([]) is None
    assert covering([Span(3, 5), Span(1, 2)]) == Span(1, 5)
