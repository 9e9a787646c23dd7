"""What is found in the background comes in parts: at once at first, and never too many of them."""

import pytest

from annotator.ui import streaming
from annotator.ui.streaming import Parts


class Heard:
    """Keeps the sizes of the parts that are delivered."""

    def __init__(self):
        self.sizes = []

    def deliver(self, part):
        self.sizes.append(len(part))


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test moves on by hand."""
    now = [0.0]
    monkeypatch.setattr(streaming, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def heard():
    return Heard()


def test_the_first_screenful_comes_at_once(heard, clock):
    parts = Parts(heard)
    for number in range(30):
        parts.add(number)
    assert heard.sizes == [30]


def test_parts_grow_with_what_was_found_so_that_sorting_them_in_stays_cheap(heard, clock):
    parts = Parts(heard)
    for number in range(10_000):
        clock[0] += 0.002
        parts.add(number)
    parts.hand_over()
    assert sum(heard.sizes) == 10_000
    assert len(heard.sizes) < 40


def test_what_is_found_rarely_does_not_wait_for_a_larger_part(heard, clock):
    parts = Parts(heard)
    for number in range(1000):
        parts.add(number)
    heard.sizes.clear()
    for number in range(5):
        clock[0] += 1.2
        parts.add(number)
    assert len(heard.sizes) == 5
