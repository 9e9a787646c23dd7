"""An annotated article as a page: all of it shows, and nothing in it can do harm."""

import re
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from annotator.formats.bundle import BundleAnnotation, BundleLayer, BundleZone
from annotator.formats.format import Writing
from annotator.formats.html_view.kind import HTML_VIEW, HtmlViewWriting
from annotator.formats.html_view.text import MAX_LANES, marked
from tests.formats.full import TEXT, full_bundle
from tests.formats.trips import SCHEME, bundles, write_into

VOID = {"meta"}


class Seen(HTMLParser):
    """What a browser makes of a page: its text, and which marks each character lies under."""

    def __init__(self, page):
        super().__init__()
        self.open = []
        self.tags = []
        self.paragraphs = []
        self.marks = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if tag == "p" and "h" in dict(attrs).get("class", "")[:1]:
            self.paragraphs.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any(attrs.get("class") == "text" for _, attrs in self.open) and self.open[-1][0] != "div":
            self.paragraphs[-1] += data
            looks = [attrs["class"].split()[2] for _, attrs in self.open if " l" in attrs.get("class", "")]
            self.marks += [(letter, tuple(sorted(looks))) for letter in data]


def page(bundle, **options):
    writing = Writing(HtmlViewWriting(**options), SCHEME)
    (part,) = HTML_VIEW.write(iter([bundle]), writing)
    return part.data.decode()


def with_spans(text, *spans, **changes):
    """A bundle of a text with spans: start, end, label."""
    annotations = tuple(
        BundleAnnotation(uuid=str(number), start=start, end=end, label=label, quote=text[start:end])
        for number, (start, end, label) in enumerate(spans)
    )
    layer = BundleLayer(reviewers=("مراجع",), annotations=annotations)
    digest = sha256(text.encode()).hexdigest()
    document = replace(full_bundle().document, text=text, text_sha256=digest, language="ar", **changes)
    return replace(full_bundle(), document=document, layer=layer)


@given(bundle=bundles())
@settings(max_examples=40)
def test_the_whole_text_shows_line_by_line_and_each_letter_under_its_marks(bundle):
    seen = Seen(page(bundle))
    lines = [re.sub("\r+$", "", line) for line in bundle.document.text.split("\n")]
    assert [line.replace("\r", "") for line in seen.paragraphs] == [line.replace("\r", "") for line in lines]
    covered = [
        sum(item.start <= at < item.end for item in bundle.layer.annotations)
        for at, letter in enumerate(bundle.document.text)
        if letter not in "\r\n"
    ]
    assert [len(looks) for letter, looks in seen.marks if letter != "\r"] == covered


def test_nested_and_crossing_spans_lie_in_lanes_of_their_own():
    html = page(with_spans("أ ب ج د", (0, 5, "claim"), (2, 3, "actor"), (4, 7, "location")))
    assert re.findall(r'class="a (l\d k\d)" id', html) == ["l0 k2", "l1 k0", "l1 k1"]
    assert [(letter, len(looks)) for letter, looks in Seen(html).marks] == [
        *(("أ", 1), (" ", 1), ("ب", 2), (" ", 1), ("ج", 2), (" ", 1), ("د", 1)),
    ]


def test_a_line_is_as_high_as_its_lanes_need():
    html = page(with_spans("أ ب\nج", (0, 3, "claim"), (0, 3, "actor"), (2, 3, "figure")))
    assert re.findall(r'<p class="(h\d+)"', html) == ["h3", "h0"]


def test_more_lanes_than_a_line_can_hold_are_listed_only():
    html = page(with_spans("كلمة", *((0, 4, "actor") for _ in range(MAX_LANES + 3))))
    assert len(re.findall(r'class="a l\d+ k0" id="s', html)) == MAX_LANES
    assert len(re.findall(r'<li id="a', html)) == MAX_LANES + 3


def test_numbers_stand_behind_the_word_and_are_no_text():
    html = page(with_spans("والرئيس قال", (1, 4, "actor")))
    assert 'رئيس<a class="n" href="#a1" data-n="1"></a> قال' in html.replace("</span>", "")
    assert Seen(html).paragraphs == ["والرئيس قال"]
    assert 'class="n"' not in page(with_spans("والرئيس", (1, 4, "actor")), numbers=False)


def test_the_page_reads_in_its_direction_and_language():
    html = page(with_spans("نص", (0, 2, "actor"), direction="rtl"))
    assert '<html lang="ar" dir="rtl">' in html
    assert '<div class="text" lang="ar" dir="rtl">' in html
    assert "جهة" in html
    html = page(with_spans("نص", (0, 2, "actor"), direction="rtl"), language="en")
    assert '<html lang="en" dir="ltr">' in html
    assert '<div class="text" lang="ar" dir="rtl">' in html
    assert "Actor" in html


def test_the_legend_counts_labels_and_zones():
    bundle = with_spans("أ ب ج", (0, 1, "actor"), (2, 3, "actor"), (4, 5, "figure"))
    bundle = replace(bundle, layer=replace(bundle.layer, zones=(BundleZone(start=0, end=1, kind="caption"),)))
    (legend,) = re.findall(r'<ul class="legend">(.*?)</ul>', page(bundle, language="en"))
    assert re.sub(r"<[^>]+>", " ", legend).split() == [
        *("Actor", "2", "Figure", "1", "Parts", "beside", "the", "article", "1"),
    ]


def test_what_is_known_and_said_stands_on_the_page():
    html = page(full_bundle(), language="en")
    told = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    for words in (
        "عنوان",
        "2024-01-27",
        "https://example.org/1",
        "Adjudicated by: الأول",
        "from الثاني",
        "done",
    ):
        assert words in told
    for words in ("Role وزير", "Value 2500", "Is أحمد (الوزير)", "By الثاني", "Note ملاحظة"):
        assert words in told
    assert "→ Said by 2 وزير الدفاع أحمد" in told
    assert "← Said by 1 قال وزير" in told


def test_arrows_of_relations_point_as_one_reads():
    bundle = full_bundle()
    html = page(replace(bundle, document=replace(bundle.document, language="ar")))
    told = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "← قاله 2 وزير الدفاع أحمد" in told


def test_the_list_may_be_left_out():
    assert "<ol" not in page(full_bundle(), listed=False)


def test_colours_are_the_label_sets_by_day_and_by_night():
    html = page(with_spans("نص", (0, 2, "actor")))
    assert "--k0:#2f6fd8" in html
    assert re.search(r"prefers-color-scheme:dark\)\{:root\{[^}]*--k0:#7fb0ff", html)


def test_a_label_outside_the_label_set_is_shown_too():
    assert "مجهول" in page(with_spans("نص", (0, 2, "مجهول")))


@pytest.mark.parametrize("attack", ["</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_whatever_stands_in_a_bundle_is_text(attack):
    bundle = full_bundle()
    item = replace(
        bundle.layer.annotations[1], label=attack, note=attack, reviewer=attack, attributes={attack: attack}
    )
    text = f"{TEXT}{attack}"
    document = replace(
        bundle.document,
        text=text,
        title=attack,
        source=f"https://{attack}",
        published=attack,
        language=attack,
    )
    layer = replace(
        bundle.layer,
        reviewers=(attack, f"{attack}2"),
        annotations=(item,),
        relations=(),
        zones=(BundleZone(start=0, end=3, kind=attack),),
    )
    entities = (replace(bundle.entities[0], name=attack),)
    seen = Seen(page(replace(bundle, document=document, layer=layer, entities=entities)))
    known = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "span",
        "bdi",
        "a",
        "div",
        "ul",
    }
    assert {tag for tag, _ in seen.tags} <= known | {"ol", "li", "b"}
    assert not any(name.startswith("on") or name == "src" for _, attrs in seen.tags for name in attrs)


def test_a_source_that_is_no_web_address_is_no_link():
    html = page(with_spans("نص", source="javascript:alert(1)"))
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html


def test_the_page_fetches_nothing():
    html = page(full_bundle())
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<link|<img|@import|url\(", html)


def test_each_document_and_layer_has_its_own_file(tmp_path):
    files, _ = write_into(HTML_VIEW, [full_bundle(), full_bundle()], tmp_path)
    assert [item.name for item in files] == ["خبر.txt (2).html", "خبر.txt.html"]


def test_a_document_without_a_layer_is_a_page_without_marks():
    seen = Seen(page(replace(full_bundle(), layer=None)))
    assert "\n".join(seen.paragraphs) == TEXT
    assert not any(looks for _, looks in seen.marks)


def test_zones_may_cross_and_each_piece_names_those_it_is_in():
    zones = [BundleZone(start=2, end=6, kind="b"), BundleZone(start=0, end=4, kind="a")]
    a, both, b = (f'<span class="z" title="{kinds}">' for kinds in ("a", "a, b", "b"))
    pieces = f"{a}01</span>{both}23</span>{b}45</span>6789"
    assert marked("0123456789", [], zones, numbered=False) == f'<p class="h0">{pieces}</p>\n'
