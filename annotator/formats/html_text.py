"""The text of a page of HTML as it reads: blocks in order, each knowing where on the page it stands.

White space is one space as in a browser, no-break spaces and all other characters stay. A paragraph, heading,
list or table is set off by an empty line; a lesser block has its own line; cells stand apart by a tab.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from annotator.formats.html_tokens import VOID, End, Raw, Start, Text, tokens


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PARAGRAPHS: Final = _names(
    "article aside blockquote details dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol"
    " p pre section table ul"
)
_LINES: Final = _names(
    "address body button caption center dd dialog div dir dt figcaption html label legend li menu option"
    " select summary tbody tfoot thead tr"
)
_UNSEEN: Final = _names("audio canvas datalist head map object rp rt svg video")
_BESIDE: Final = _names("aside button dialog footer nav select")
"""No forms: whole pages stand in one."""
_BESIDE_ROLES: Final = _names(
    "alert banner complementary contentinfo dialog menu menubar navigation search toolbar"
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_SCOPES: Final = {"article": "article", "main": "main"}
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Block(NamedTuple):
    """A run of text without a line break, but for preformatted text."""

    gap: str
    """What stands between it and the block before."""
    text: str
    beside: bool
    """Whether it stands in what is not an article's own: navigation, asides, footers, forms, hidden parts."""
    heading: int
    """1 to 6 in a heading, else 0."""


class Scope(NamedTuple):
    """A part of the page that says it is an article, or the main part."""

    kind: str
    first: int
    """Its first block."""
    last: int
    """The block behind its last."""


@dataclass
class Page:
    """What a page holds."""

    blocks: list[Block] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    """The first value of each ``meta``, by its name or property in lower case."""
    title: str = ""
    language: str = ""
    """As the whole page is said to be in."""
    canonical: str = ""
    times: list[str] = field(default_factory=list)
    """Machine-readable times, those marked as the publication's first."""
    data: list[str] = field(default_factory=list)
    """Linked data: JSON as it is written."""


class _Open(NamedTuple):
    """An element that has not ended."""

    name: str
    gap: int
    beside: bool
    unseen: bool
    pre: bool
    scope: tuple[str, int] | None


def read_page(html: str, *, xml: bool = False) -> Page:
    """All a page holds. ``xml``: an element that ends with ``/>`` has no content, as XHTML has it."""
    walker = _Walker(xml=xml)
    for token in tokens(html):
        walker.take(token)
    return walker.finish()


def text_of(blocks: list[Block]) -> str:
    """Blocks as one text."""
    pieces: list[str] = []
    for block in blocks:
        pieces += (block.gap, block.text) if pieces else (block.text,)
    return "".join(pieces)


class _Walker:
    """Follows a page's tags and gathers blocks."""

    def __init__(self, *, xml: bool) -> None:
        self._page = Page()
        self._xml = xml
        self._stack: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._beside = self._unseen = self._pre = self._articles = self._heading = 0
        self._line: list[str] = []
        self._breaks = 0
        self._gap = ""
        self._in_rows = self._in_row = False

    def take(self, token: Start | End | Text | Raw) -> None:
        """Go one step on."""
        if isinstance(token, Text):
            self._text(token.text)
        elif isinstance(token, Start):
            self._start(token)
        elif isinstance(token, End):
            self._end(token.name)
        else:
            self._raw(token)

    def finish(self) -> Page:
        """The page, all it has open ended."""
        while self._stack:
            self._close()
        self._flush()
        return self._page

    def _text(self, text: str) -> None:
        if self._unseen:
            return
        if self._pre:
            self._line.append(text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        text = _BLANKS.sub(" ", text)
        if text.startswith(" ") and (not self._line or self._line[-1].endswith(" ")):
            text = text[1:]
        if text:
            self._line.append(text)

    def _raw(self, token: Raw) -> None:
        if token.name == "title" and not self._page.title and not self._names["svg"]:
            self._page.title = " ".join(token.content.split())
        if token.name == "script" and "ld+json" in token.attributes.get("type", "").lower():
            self._page.data.append(token.content)

    def _start(self, tag: Start) -> None:
        self._note(tag)
        if tag.name == "br":
            self._break_line()
        elif tag.name in VOID or (self._xml and tag.closed):
            self._break(_gap(tag.name))
        else:
            self._open(tag)

    def _open(self, tag: Start) -> None:
        name, role = tag.name, tag.attributes.get("role", "").lower()
        if name == "body" and self._names["head"]:
            self._end("head")
        kind = _SCOPES.get(name) or _SCOPES.get(role)
        kind = "article" if "articlebody" in tag.attributes.get("itemprop", "").lower() else kind
        beside = self._is_beside(tag, role)
        gap = max(_gap(name), 1 if beside or kind else 0)
        self._break(max(gap, 1) if name in ("td", "th") else gap)
        self._cells(name)
        scope = (kind, len(self._page.blocks)) if kind else None
        item = _Open(name, gap, beside, name in _UNSEEN, name in ("pre", "listing"), scope)
        self._stack.append(item)
        self._names[name] += 1
        self._count(item, 1)

    def _is_beside(self, tag: Start, role: str) -> bool:
        if tag.name in ("body", "html", "main", "article"):
            return False
        if tag.name == "header" and not self._articles:
            return True
        hidden = "hidden" in tag.attributes or tag.attributes.get("aria-hidden", "").lower() == "true"
        unshown = bool(_NOT_SHOWN.search(tag.attributes.get("style", "")))
        return hidden or unshown or tag.name in _BESIDE or role in _BESIDE_ROLES

    def _cells(self, name: str) -> None:
        if name == "table":
            self._in_rows = False
        elif name == "tr":
            if self._in_rows:
                self._breaks = 1  # whatever stood in the last cell
            self._in_rows, self._in_row = True, False
        elif name in ("td", "th"):
            self._gap = "\t" if self._in_row else self._broken()

    def _end(self, name: str) -> None:
        if name == "br":
            self._break_line()
        elif not self._names[name]:
            self._break(_gap(name))
        else:
            while self._close() != name:
                pass

    def _close(self) -> str:
        """End the innermost element."""
        item = self._stack.pop()
        self._break(item.gap)
        if item.name == "table":
            self._in_rows = False
        self._names[item.name] -= 1
        self._count(item, -1)
        if item.scope:
            kind, first = item.scope
            self._page.scopes.append(Scope(kind, first, len(self._page.blocks)))
        return item.name

    def _count(self, item: _Open, step: int) -> None:
        self._beside += step * item.beside
        self._unseen += step * item.unseen
        self._pre += step * item.pre
        self._articles += step * bool(item.scope)
        if item.name in _HEADINGS:
            self._heading = _HEADINGS[item.name] if step > 0 else 0

    def _break_line(self) -> None:
        self._flush()
        self._breaks += 1

    def _break(self, gap: int) -> None:
        if gap:
            self._flush()
            self._breaks = max(self._breaks, gap)

    def _flush(self) -> None:
        """End the block in hand."""
        if not self._line:
            return
        text = "".join(self._line)
        text = text.strip("\n") if self._pre else text.rstrip(" ")
        self._line.clear()
        if not text.strip():
            return
        gap = self._gap or self._broken()
        self._page.blocks.append(Block(gap, text, self._beside > 0, self._heading))
        self._breaks, self._gap, self._in_row = 0, "", True

    def _broken(self) -> str:
        return "\n" * max(1, min(2, self._breaks))

    def _note(self, tag: Start) -> None:
        """Keep what the tag says about the page."""
        given, page = tag.attributes, self._page
        if tag.name == "meta":
            for name in (given.get("property"), given.get("name"), given.get("itemprop")):
                if name and given.get("content", "").strip():
                    page.metas.setdefault(name.strip().lower(), given["content"].strip())
        elif tag.name in ("html", "body"):
            page.language = page.language or given.get("lang", "") or given.get("xml:lang", "")
        elif tag.name == "link" and "canonical" in given.get("rel", "").lower().split():
            page.canonical = page.canonical or given.get("href", "").strip()
        elif tag.name == "time" and given.get("datetime") and not self._beside:
            published = "pubdate" in given or "datepublished" in given.get("itemprop", "").lower()
            page.times.insert(0 if published else len(page.times), given["datetime"].strip())


def _gap(name: str) -> int:
    """How many line breaks an element stands between at least."""
    return 2 if name in _PARAGRAPHS else 1 if name in _LINES else 0
