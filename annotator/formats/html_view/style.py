"""How an article looks as a page: its style, and the few words of its own."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.core.schema import LabelDefinition
from annotator.formats.html_view.text import MAX_LANES

WORDS = {
    "en": {
        "annotations": "Annotations",
        "zones": "Parts beside the article",
        "source": "Source",
        "reviewer": "Reviewer",
        "adjudicated": "Adjudicated by",
        "from": "from",
        "new": "not begun",
        "started": "begun",
        "done": "done",
        "entity": "Is",
        "by": "By",
        "note": "Note",
    },
    "ar": {
        "annotations": "التوسيمات",
        "zones": "أجزاء خارج المقال",
        "source": "المصدر",
        "reviewer": "المراجع",
        "adjudicated": "حكم فيه",
        "from": "من",
        "new": "لم يبدأ",
        "started": "قيد العمل",
        "done": "مكتمل",
        "entity": "هو",
        "by": "من",
        "note": "ملاحظة",
    },
}
"""By language; a page has no translator at hand."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PLAIN, _PLAIN_DARK = "#6b7280", "#a3aab5"
_LIGHT = "--paper:#fffdf8;--ink:#1c1a17;--soft:#6f685e;--line:#e6dfd2;--chip:#f4efe5"
_DARK = "--paper:#171614;--ink:#ece7de;--soft:#a39b8f;--line:#38342e;--chip:#24221f"
_LINE, _LANE = 1.95, 0.22
"""Ems: a line's height with one lane, and what another adds."""
_BORDERS = {
    "solid": ".13em solid",
    "dashed": ".13em dashed",
    "dotted": ".15em dotted",
    "double": ".2em double",
}
_BASE = """
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{max-width:46rem;margin:0 auto;padding:2.5rem 1.5rem 4rem;
font:1rem/1.6 "Noto Naskh Arabic","Segoe UI","Geeza Pro","Noto Sans Arabic",system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.5;margin:0 0 .3rem}
h2{font-size:1rem;color:var(--soft);margin:2.5rem 0 .8rem;padding-top:1rem;border-top:1px solid var(--line)}
a{color:inherit}
.about{color:var(--soft);font-size:.9rem;margin:0 0 1.2rem}
.about>*+*::before{content:"·";margin:0 .5em}
.legend{display:flex;flex-wrap:wrap;gap:.5rem 1.4rem;list-style:none;margin:0 0 1.6rem;padding:.8rem 0 1rem;
border:solid var(--line);border-width:1px 0;font-size:.95rem}
.legend .c{color:var(--soft);font-size:.85em;margin-inline-start:.45em}
.text{font-family:"Noto Naskh Arabic","Amiri","Scheherazade New","Geeza Pro","Traditional Arabic",serif;
font-size:1.25rem}
.text p{margin:0;min-height:.9rem;line-height:1.95em;white-space:pre-wrap;overflow-wrap:anywhere}
.z{color:var(--soft)}
.n{text-decoration:none;unicode-bidi:isolate;font:.52em/0 system-ui,sans-serif;color:var(--soft);
vertical-align:.75em;margin-inline:.12em}
.n::after{content:attr(data-n)}
.list{list-style:none;margin:0;padding:0;font-size:.95rem}
.list li{display:grid;grid-template-columns:2.2rem minmax(4.5rem,auto) 1fr;gap:0 .7rem;padding:.4rem 0;
border-bottom:1px solid var(--line);break-inside:avoid}
.list li:target{background:var(--chip)}
.list .i{color:var(--soft);font-size:.8em;padding-top:.25em;text-align:end}
.list q{quotes:none;text-decoration:none}
.list .q{text-decoration:none}
.more{grid-column:3;display:flex;flex-wrap:wrap;gap:.2rem .9rem;color:var(--soft);font-size:.88em}
.more b{font-weight:600;margin-inline-end:.35em}
.more .w{flex-basis:100%}
.more .w span{display:block}
@page{margin:16mm 14mm}
@media print{html{background:#fff}body{max-width:none;padding:0;font-size:10.5pt}.text{font-size:13pt}
h1{font-size:17pt}h2{break-after:avoid}.list{font-size:9.5pt}a{text-decoration:none}}
"""


class Look(NamedTuple):
    """How one label looks."""

    name: str
    """The class of its elements."""
    title: str
    colour: str
    colour_dark: str
    pattern: str


def look(number: int, name: str, label: LabelDefinition | None, language: str) -> Look:
    """How a label looks; one that is not in the label set is grey."""
    if label is None:
        return Look(f"k{number}", name, _PLAIN, _PLAIN_DARK, "solid")
    title = label.titles.get(language) or label.titles.get("en") or label.name
    colours = (label.colour, _PLAIN), (label.colour_dark, _PLAIN_DARK)
    light, dark = (colour if _COLOUR.fullmatch(colour) else plain for colour, plain in colours)
    return Look(f"k{number}", title, light, dark, label.pattern)


def style(looks: Iterable[Look]) -> str:
    """The style sheet of a page."""
    listed = list(looks)
    light = "".join(f";--{item.name}:{item.colour};--{item.name}t:{item.colour}24" for item in listed)
    dark = "".join(
        f";--{item.name}:{item.colour_dark};--{item.name}t:{item.colour_dark}30" for item in listed
    )
    return "".join(
        (
            f":root{{color-scheme:light dark;{_LIGHT}{light}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{_DARK}{dark}}}}}",
            _BASE,
            *_lanes(),
            *(_rule(item) for item in listed),
        )
    )


def _lanes() -> Iterator[str]:
    for lane in range(MAX_LANES):
        yield f".l{lane}{{padding-bottom:{lane * _LANE:.2f}em}}"
        yield f".text .h{lane + 1}{{line-height:{_LINE + lane * _LANE:.2f}em}}"


def _rule(item: Look) -> str:
    if item.pattern == "tint":
        return (
            f".a.{item.name}{{background:var(--{item.name}t);border-bottom:.06em solid var(--{item.name})}}"
        )
    border = _BORDERS.get(item.pattern, _BORDERS["solid"])
    return f".a.{item.name}{{border-bottom:{border} var(--{item.name})}}"
