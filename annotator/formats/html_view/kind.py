"""An annotated article as one page of HTML, to read and to print: no scripts, nothing from elsewhere.

The text with its annotations, a legend with counts, and below a list of the annotations with their
attributes, notes and relations.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from annotator.core.errors import Phrase
from annotator.core.schema import LabelDefinition
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer, BundleRelation
from annotator.formats.format import Format, Part, Writing
from annotator.formats.html_view.style import WORDS, Look, look, style
from annotator.formats.html_view.text import Mark, lines_of, marked
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

_QUOTE_LENGTH = 160
_SAFE_LINKS = ("https://", "http://")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGES = {
    "article": Phrase("as the article"),
    "ar": Phrase("Arabic"),
    "en": Phrase("English"),
}


@dataclass(frozen=True)
class HtmlViewWriting(Options):
    """What may be chosen."""

    language: str = option("article", Phrase("Language of names and headings"), _LANGUAGES)
    numbers: bool = option(default=True, title=Phrase("Number the annotations in the text"))
    listed: bool = option(default=True, title=Phrase("List the annotations below the text"))


def write(bundles: Iterable[Bundle], writing: Writing[HtmlViewWriting]) -> Iterator[Part]:
    """A page for each document and layer."""
    files = LayerFiles(writing)
    entities: dict[str, str] = {}
    for bundle in bundles:
        entities |= {entity.uuid: _named(entity) for entity in bundle.entities}
        page = _Page(bundle, writing, entities).html()
        yield Part(files.give(bundle, ".html"), page.encode())


class _Page:
    """One page in the making."""

    def __init__(
        self, bundle: Bundle, writing: Writing[HtmlViewWriting], entities: Mapping[str, str]
    ) -> None:
        chosen = writing.options.language
        wanted = bundle.document.language if chosen == "article" else chosen
        self._language = "ar" if wanted == "ar" else "en"
        self._words = WORDS[self._language]
        self._options = writing.options
        self._scheme = writing.scheme
        self._entities = entities
        self._document = bundle.document
        self._layer = bundle.layer or BundleLayer(reviewers=("",))
        self._annotations = sorted(
            self._layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid)
        )
        self._numbers = {item.uuid: number for number, item in enumerate(self._annotations, 1)}
        self._labels = {label.name: label for label in self._scheme.labels}
        self._looks = self._look_up()

    def html(self) -> str:
        """The whole page."""
        document = self._document
        marks = [
            Mark(number, item.start, item.end, self._looks[item.label].name, self._hint(item))
            for number, item in enumerate(self._annotations, 1)
        ]
        text = marked(document.text, marks, self._layer.zones, numbered=self._options.numbers)
        title = document.title or document.name
        direction = "rtl" if self._language == "ar" else "ltr"
        return "".join(
            (
                f'<!DOCTYPE html>\n<html lang="{self._language}" dir="{direction}">\n<head>\n',
                '<meta charset="utf-8">\n',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
                '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
                f"<title>{escape(title)}</title>\n",
                f"<style>{style(self._looks.values())}</style>\n</head>\n<body>\n",
                f'<h1 dir="{document.direction}">{escape(title)}</h1>\n',
                self._about(),
                self._legend(),
                f'<div class="text" lang="{escape(document.language)}" dir="{document.direction}">',
                f"{text}</div>\n",
                self._list() if self._options.listed and self._annotations else "",
                "</body>\n</html>\n",
            )
        )

    def _look_up(self) -> dict[str, Look]:
        used = dict.fromkeys(item.label for item in self._annotations)
        order = [name for name in self._labels if name in used]
        order += [name for name in used if name not in self._labels]
        return {
            name: look(number, name, self._labels.get(name), self._language)
            for number, name in enumerate(order)
        }

    def _about(self) -> str:
        document, layer, words = self._document, self._layer, self._words
        told = [f"<bdi>{escape(document.published)}</bdi>"] if document.published else []
        if document.source:
            told.append(f"{words['source']}: {_linked(document.source)}")
        if layer.reviewers[0]:
            others = ", ".join(f"<bdi>{escape(name)}</bdi>" for name in layer.reviewers[1:])
            role = words["adjudicated" if layer.kind == "adjudicated" else "reviewer"]
            from_others = f" ({words['from']} {others})" if others else ""
            told.append(f"{role}: <bdi>{escape(layer.reviewers[0])}</bdi>{from_others}")
        if layer.annotations or layer.status != "new":
            told.append(words[layer.status])
        return f'<p class="about">{"".join(f"<span>{item}</span>" for item in told)}</p>\n'

    def _legend(self) -> str:
        counts = Counter(item.label for item in self._annotations)
        items = [
            f'<li><span class="a l0 {item.name}"><bdi>{escape(item.title)}</bdi></span>'
            f'<span class="c">{counts[name]}</span></li>'
            for name, item in self._looks.items()
        ]
        if self._layer.zones:
            count = len(self._layer.zones)
            items.append(
                f'<li><span class="z">{self._words["zones"]}</span><span class="c">{count}</span></li>'
            )
        return f'<ul class="legend">{"".join(items)}</ul>\n' if items else ""

    def _list(self) -> str:
        there, back = ("←", "→") if self._language == "ar" else ("→", "←")  # as one reads
        links: dict[str, list[tuple[str, str, BundleRelation]]] = defaultdict(list)
        for item in self._layer.relations:
            links[item.source].append((there, item.target, item))
            links[item.target].append((back, item.source, item))
        quotes = {item.uuid: item for item in self._annotations}
        items = [self._item(item, links[item.uuid], quotes) for item in self._annotations]
        return f'<h2>{self._words["annotations"]}</h2>\n<ol class="list">{"".join(items)}</ol>\n'

    def _item(
        self,
        item: BundleAnnotation,
        links: list[tuple[str, str, BundleRelation]],
        annotations: Mapping[str, BundleAnnotation],
    ) -> str:
        number, seen = self._numbers[item.uuid], self._looks[item.label]
        more = [
            f"<span><b>{escape(name)}</b><bdi>{escape(value)}</bdi></span>"
            for name, value in self._said(item)
        ]
        if item.note:
            more.append(f'<span class="w"><b>{self._words["note"]}</b>{"".join(lines_of(item.note))}</span>')
        for arrow, end, link in links:
            other = annotations.get(end)
            if other is not None:
                more.append(
                    f'<span class="w"><b>{arrow} <bdi>{escape(self._relation_title(link.type))}</bdi></b>'
                    f"{self._reference(other)}</span>"
                )
        told = f'<div class="more">{"".join(more)}</div>' if more else ""
        return (
            f'<li id="a{number}"><span class="i">{number}</span>'
            f'<span><span class="a l0 {seen.name}"><bdi>{escape(seen.title)}</bdi></span></span>'
            f'<a class="q" href="#s{number}"><bdi>{escape(_short(item.quote))}</bdi></a>{told}</li>\n'
        )

    def _reference(self, item: BundleAnnotation) -> str:
        number = self._numbers[item.uuid]
        return f'<a href="#a{number}">{number}</a> <bdi>{escape(_short(item.quote))}</bdi>'

    def _said(self, item: BundleAnnotation) -> Iterator[tuple[str, str]]:
        """What an annotation says, its note and relations aside, with the names people read."""
        label = self._labels.get(item.label)
        for name, value in item.attributes.items():
            yield self._attribute_title(label, name), str(value)
        if item.entity is not None and item.entity in self._entities:
            yield self._words["entity"], self._entities[item.entity]
        if item.reviewer and item.reviewer != self._layer.reviewers[0]:
            yield self._words["by"], item.reviewer

    def _hint(self, item: BundleAnnotation) -> str:
        told = [f"{name}: {value}" for name, value in self._said(item)]
        return "\n".join((self._looks[item.label].title, *told, *([item.note] if item.note else [])))

    def _attribute_title(self, label: LabelDefinition | None, name: str) -> str:
        found = next((item for item in label.attributes if item.name == name), None) if label else None
        return _title(found.titles, self._language, name) if found else name

    def _relation_title(self, name: str) -> str:
        found = next((item for item in self._scheme.relations if item.name == name), None)
        return _title(found.titles, self._language, name) if found else name


def _title(titles: Mapping[str, str], language: str, name: str) -> str:
    return titles.get(language) or titles.get("en") or name


def _named(entity: BundleEntity) -> str:
    """An entity's name, and in brackets the others it has."""
    return f"{entity.name} ({'; '.join(entity.aliases)})" if entity.aliases else entity.name


def _linked(source: str) -> str:
    shown = f"<bdi>{escape(source)}</bdi>"
    if not source.startswith(_SAFE_LINKS):
        return shown
    return f'<a href="{escape(source)}" rel="noreferrer">{shown}</a>'


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _QUOTE_LENGTH else f"{line[:_QUOTE_LENGTH]}…"


HTML_VIEW = Format(
    name="html-view",
    title=Phrase("Annotated article as a web page, to read and print"),
    suffixes=(".html",),
    write=write,
    one_file=False,
    writing=HtmlViewWriting,
    loses=frozenset(
        {
            *(Loss.DOCUMENT_ID, Loss.LANGUAGE, Loss.FILE, Loss.UPDATED, Loss.ANNOTATION_IDS),
            *(Loss.ATTRIBUTE_TYPES, Loss.ORIGIN, Loss.SCHEME_VERSION),
            *(Loss.RELATION_IDS, Loss.COMPARISONS),
        }
    ),
)
