"""Reading ahead of writing: a little, in order, and only as long as somebody takes."""

import threading

import pytest

from annotator.core.errors import UserError
from annotator.formats.article import article
from annotator.formats.plain_text import decode
from annotator.ui import feeding
from annotator.ui.feeding import Feed
from annotator.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def bundles(count, text=b"some text"):
    decoded = decode(text)
    return [article(f"{number}", decoded) for number in range(count)]


def take_all(feed, qtbot):
    taken = []
    while True:
        qtbot.waitUntil(lambda: feed.ready() or feed.over())
        fed = feed.take()
        if fed is None:
            return taken
        taken.append(fed)


def test_everything_is_given_in_order_with_the_end_of_each_file(tasks, qtbot, tmp_path):
    files = [tmp_path / "a", tmp_path / "b"]
    feed = Feed(tasks, files, lambda _path: iter(bundles(2)), tasks.raise_bug)

    taken = take_all(feed, qtbot)

    assert [(fed.path.name, fed.bundle and fed.bundle.document.name) for fed in taken] == [
        ("a", "0"),
        ("a", "1"),
        ("a", None),
        ("b", "0"),
        ("b", "1"),
        ("b", None),
    ]


def test_a_file_that_is_refused_does_not_end_the_reading(tasks, qtbot, tmp_path):
    def read(path):
        if path.name == "a":
            raise UserError("No.")
        yield from bundles(1)

    taken = take_all(Feed(tasks, [tmp_path / "a", tmp_path / "b"], read, tasks.raise_bug), qtbot)

    assert str(taken[0].refusal) == "No."
    assert taken[1].bundle is not None


def test_reading_waits_for_whoever_takes(tasks, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(feeding, "_MOST_LETTERS", 30)
    read = []

    def watched(_path):
        for bundle in bundles(100):
            read.append(bundle)
            yield bundle

    feed = Feed(tasks, [tmp_path / "a"], watched, tasks.raise_bug)
    qtbot.waitUntil(lambda: len(read) >= 4)
    qtbot.wait(50)
    assert len(read) == 5  # four of nine letters are held, the fifth waits

    assert len(take_all(feed, qtbot)) == 101


def test_a_file_that_is_skipped_is_read_no_further_and_the_next_one_is(tasks, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(feeding, "_MOST_BUNDLES", 2)
    read = []

    def watched(path):
        for bundle in bundles(100):
            read.append(path.name)
            yield bundle

    feed = Feed(tasks, [tmp_path / "a", tmp_path / "b"], watched, tasks.raise_bug)
    qtbot.waitUntil(feed.ready)
    assert feed.take().path.name == "a"

    feed.skip(tmp_path / "a")
    taken = take_all(feed, qtbot)

    assert read.count("a") < 10
    assert sum(fed.path.name == "b" for fed in taken) == 101


def test_stopping_ends_reading_that_waits(tasks, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(feeding, "_MOST_BUNDLES", 2)
    feed = Feed(tasks, [tmp_path / "a"], lambda _path: iter(bundles(100)), tasks.raise_bug)
    qtbot.waitUntil(feed.ready)

    feed.stop()

    qtbot.waitUntil(lambda: not tasks._running)
    assert feed.take() is None


def test_what_goes_wrong_once_nobody_reads_on_is_told_to_nobody(tasks, qtbot, tmp_path):
    told = []
    reading, stopped = threading.Event(), threading.Event()

    def read(_path):
        yield from bundles(1)
        reading.set()
        stopped.wait()
        raise FileNotFoundError

    feed = Feed(tasks, [tmp_path / "a"], read, told.append)
    qtbot.waitUntil(reading.is_set)
    feed.stop()
    stopped.set()

    qtbot.waitUntil(lambda: not tasks._running)
    assert told == []


def test_what_no_file_may_raise_is_told(tasks, qtbot, tmp_path):
    told = []

    def read(_path):
        raise ZeroDivisionError
        yield

    feed = Feed(tasks, [tmp_path / "a"], read, told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)
    assert not feed.over()
