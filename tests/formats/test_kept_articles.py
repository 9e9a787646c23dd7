"""The samples of articles kept with the tests: in whatever kind of file, the article is the same."""

import re

import pytest

from annotator.formats.every import FORMATS
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from tests.formats.article_samples import ARTICLE
from tests.formats.kept_articles import DATA

KINDS = ("web", "word", "opendocument", "epub", "pdf", "table", "json")
FILES = sorted(path for kind in KINDS for path in (DATA / kind).iterdir())


def test_there_is_a_sample_of_every_reader_of_articles():
    assert {path.parent.name for path in FILES} == set(KINDS)
    articles = {kind.name for kind in FORMATS if kind.articles_only}
    assert articles == {*KINDS, "text"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_of_the_article_are_those_of_the_text_file(path):
    kind = format_of(path)
    assert kind.name == path.parent.name
    first, *_ = kind.read(path, Reading(kind.reading()))
    assert re.findall(r"\w+", first.document.text) == re.findall(r"\w+", ARTICLE)
