"""HTML as text: what a browser would show, in time that grows with the length alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.html_text import read_page, text_of
from annotator.formats.html_tokens import resolved


def text(html, **options):
    return text_of(read_page(html, **options).blocks)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>قال\n  <b>وزير</b>  الدفاع </p>", "قال وزير الدفاع"),
        ("<p>أ</p><p>ب</p>", "أ\n\nب"),
        ("<div>أ</div><div>ب</div>", "أ\nب"),
        ("أ<br>ب<br><br>ج<br><br><br>د", "أ\nب\n\nج\n\nد"),
        ("<ul><li>أ<li>ب</ul>ج", "أ\nب\n\nج"),
        ("<table><tr><td>أ<td>ب</tr><tr><th><p>ج</p></th><td></td><td>د</td></tr></table>", "أ\tب\nج\tد"),
        ("<pre>  أ\r\n  ب</pre>", "  أ\n  ب"),
        ("أ&nbsp;ب &amp; &lt;ج&gt; &#1583; &#x62F; &lrm;ه", "أ\u00a0ب & <ج> د د \u200eه"),
        ("أ<script>if (a<b) '</p>'</script>ب<style>p{}</style>ج<!-- <p> -->د", "أبجد"),
        ("<head><title>عنوان</title></head><body>أ", "أ"),
        ("أ<svg><text>x</text></svg><template><p>y</template>ب", "أب"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt></ruby>", "漢"),
        ("a < b <1 </ p> <p", "a < b <1 </ p>"),
        ("<p class=a hidden=\"\" data-x='>'>أ<P>ب</p >", "أ\n\nب"),
        ("<p>&nbsp;</p><p>أ</p>", "أ"),
        ("<o:p>أ</o:p>ب", "أ\n\nب"),
        ("", ""),
    ],
)
def test_text_is_what_a_browser_would_show(html, expected):
    assert text(html) == expected


def test_marks_tatweel_and_controls_stay(tmp_path):
    kept = "العــراقُ\u200f تمّٓ\u202bأ\u202c ﻻ 😀"
    assert text(f"<p>{kept}</p>") == kept


def test_an_element_that_ends_itself_has_no_content_in_xhtml():
    assert text("<nav/>أ<title/>ب", xml=True) == "أب"
    assert read_page("<nav/>أ").blocks[0].beside
    assert text("<p><![CDATA[أ < ب]]></p>", xml=True) == "أ < ب"


@pytest.mark.parametrize(
    "html", ["<nav>أ</nav>", "<div role=navigation>أ</div>", "<p style='display: none'>أ</p>"]
)
def test_what_is_beside_the_article_is_known_as_such(html):
    before, beside, after = read_page(f"<p>قبل</p>{html}<p>بعد</p>").blocks
    assert (before.beside, beside.beside, after.beside) == (False, True, False)


def test_a_header_is_beside_unless_it_is_an_articles_own():
    site, own = read_page("<header>موقع</header><article><header>عنوان</header></article>").blocks
    assert (site.beside, own.beside) == (True, False)


def test_references_to_no_character_become_the_replacement_character():
    assert (
        resolved("&#xD800;&#99999999999999999999;&#" + "9" * 5000 + ";&none;") == "\ufffd\ufffd\ufffd&none;"
    )


@given(st.text(st.sampled_from("<>/!-?[]CDATA&#;x=\"' pnavbrtdscript\nأ\0"), max_size=200))
def test_any_text_is_a_page(html):
    assert isinstance(text(html), str)


PIECES = "< <!-- <! <a_ <a_b=\" <a_b=' </a <div> </div> <p></b> &# &a <script> <nav>x <article>x"


@pytest.mark.parametrize(
    "piece",
    [*PIECES.split(), "<a_=", "<pre>x", "<title>", "<td>x", "<![CDATA[", "<head>", "<time_datetime=x>"],
)
def test_time_grows_with_the_length_alone(piece):
    def taken(length):
        html = piece.replace("_", " ") * (length // len(piece))
        start = time.process_time()
        read_page(html)
        return time.process_time() - start

    assert taken(400_000) < 3
