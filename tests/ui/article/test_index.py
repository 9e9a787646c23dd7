import random

from annotator.core.records import Span
from annotator.ui.article.index import SpanIndex


def test_finds_what_a_full_search_finds():
    rng = random.Random(7)
    index, spans = SpanIndex(), {}
    for i in range(600):
        start = rng.randrange(20_000)
        spans[i] = Span(start, start + rng.choice([1, 5, 60, 3000]))
        index.add(i, spans[i])
    for i in rng.sample(range(600), 200):
        assert index.remove(i) == spans.pop(i)
    for _ in range(200):
        start = rng.randrange(20_000)
        window = Span(start, start + rng.choice([1, 100, 5000]))
        assert index.overlapping(window) == {i: s for i, s in spans.items() if s.overlaps(window)}


def test_adding_an_id_again_moves_it():
    index = SpanIndex()
    index.add(1, Span(0, 5))
    index.add(1, Span(5000, 5005))
    assert index.overlapping(Span(0, 10)) == {}
    assert list(index.overlapping(Span(5000, 5001))) == [1]
    assert len(index) == 1


def test_a_chain_is_followed_to_its_ends():
    index = SpanIndex()
    for i in range(10):
        index.add(i, Span(i * 10, i * 10 + 11))
    index.add(99, Span(200, 210))
    assert set(index.chained(Span(50, 51))) == set(range(10))
