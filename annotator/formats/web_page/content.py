"""Which blocks of a web page are its article, and what the page says of it.

With the extra ``web`` installed, trafilatura judges which blocks belong to the article; else the page's own
elements do. Either way the text itself is the page's, letter by letter: trafilatura changes white space.
"""

import json
import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

from annotator.formats.article_file import day
from annotator.formats.html_text import Block, Page

_JUDGED_BYTES = 3_000_000
"""The longest page trafilatura is asked about; its time is not bounded by the length alone."""

_SHINGLE = 3
_SHARE = 0.8
_WORD = re.compile(r"\w+")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *(
        "publish-date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
    ),
)
_MAX_DATA_DEPTH = 30


def article_blocks(page: Page, html: str) -> list[bool]:
    """For each block whether it belongs to the article."""
    judged = _judged(page, html)
    chosen = judged if judged is not None else _by_elements(page)
    for index in _headlines(page, chosen):
        chosen[index] = True
    return chosen


def title_of(page: Page) -> str:
    """The article's title: as it is given to social networks, else its main heading, else the page's."""
    title = _letters(page.title)
    headings = (block for block in page.blocks if block.heading == 1)
    heading = next(
        (item.text for item in headings if not item.beside or _says(_letters(item.text), "", title)), ""
    )
    return page.metas.get("og:title") or page.metas.get("twitter:title") or heading or page.title


def source_of(page: Page) -> str:
    """The address the page gives as its own; empty if it gives none."""
    given = (page.canonical, page.metas.get("og:url", ""))
    return next((address for address in given if address.startswith(("http://", "https://"))), "")


def published_of(page: Page) -> str:
    """The day of publication, as ISO 8601; empty if no machine-readable date is given."""
    metas = (page.metas.get(name, "") for name in _PUBLISHED)
    given = (
        *list(metas)[:2],
        *_linked_dates(page.data),
        *(page.metas.get(name, "") for name in _PUBLISHED[2:]),
        *page.times,
    )
    return next(filter(None, map(day, given)), "")


def _by_elements(page: Page) -> list[bool]:
    """By ``article`` and ``main``, without what is navigation, aside, footer or form."""
    own = [0 if block.beside else len(block.text) for block in page.blocks]
    sums = [0]
    for length in own:
        sums.append(sums[-1] + length)
    weights = {"article": (0, 0, 0), "main": (0, 0, 0)}
    for kind, first, last in page.scopes:
        weights[kind] = max(weights[kind], (sums[last] - sums[first], -first, -last))
    article, main = weights["article"], weights["main"]
    best = article if article[0] * 2 >= main[0] else main
    first, last = (-best[1], -best[2]) if best[0] else (0, len(own))
    chosen = [bool(length) and first <= index < last for index, length in enumerate(own)]
    return chosen if any(chosen) else [True] * len(chosen)


def _judged(page: Page, html: str) -> list[bool] | None:
    """By trafilatura; ``None`` if it is not installed, finds nothing or fails."""
    if len(html) > _JUDGED_BYTES:
        return None
    try:
        from trafilatura import extract
    except ImportError:
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what it finds in pages
    try:
        found = extract(html, include_comments=False, include_tables=True, deduplicate=False)
    except Exception:  # noqa: BLE001  # a library on a page from anywhere: the page's own elements serve too
        return None
    chosen = _found_again(page.blocks, found or "")
    own = [is_in and not block.beside for is_in, block in zip(chosen, page.blocks, strict=True)]
    first = next((index for index, is_in in enumerate(own) if is_in), len(own))
    for index in reversed(range(len(own) - 1)):  # a heading inside belongs to what it is over
        block = page.blocks[index]
        own[index] |= first < index and own[index + 1] and block.heading > 0 and not block.beside
    return own if any(own) else None


def _found_again(blocks: Sequence[Block], text: str) -> list[bool]:
    """Which blocks are in a text whose white space may differ."""
    lines = {tuple(_WORD.findall(line)) for line in text.splitlines()}
    words = _WORD.findall(text)
    shingles = set(zip(words, words[1:], words[2:], strict=False))
    return [_is_in(tuple(_WORD.findall(block.text)), lines, shingles) for block in blocks]


def _is_in(words: tuple[str, ...], lines: set[tuple[str, ...]], shingles: set[tuple[str, str, str]]) -> bool:
    if len(words) <= _SHINGLE:
        return bool(words) and words in lines
    own = list(zip(words, words[1:], words[2:], strict=False))
    return sum(piece in shingles for piece in own) >= _SHARE * len(own)


def _headlines(page: Page, chosen: Sequence[bool]) -> Iterator[int]:
    """The article's headline, where it stands before the article's own element: it says the page's title."""
    title = _letters(page.metas.get("og:title", "")), _letters(page.title)
    first = next((index for index, is_in in enumerate(chosen) if is_in), len(chosen))
    for index, block in enumerate(page.blocks[:first]):
        if block.heading == 1 and _says(_letters(block.text), *title):
            yield index
            return


def _says(heading: str, shared: str, title: str) -> bool:
    if not heading:
        return False
    return heading == shared or (heading in title and 2 * len(heading) >= len(title))


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def _linked_dates(scripts: Sequence[str]) -> list[str]:
    found: list[str] = []
    for script in scripts:
        try:
            _gather_dates(json.loads(script), found, 0)
        except (ValueError, RecursionError):
            continue  # data that is broken tells nothing
    return found


def _gather_dates(value: Any, found: list[str], depth: int) -> None:  # noqa: ANN401  # any JSON
    if depth > _MAX_DATA_DEPTH:
        return
    if isinstance(value, dict):
        given = value.get("datePublished")
        if isinstance(given, str):
            found.append(given)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _gather_dates(item, found, depth + 1)
