from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.records import Span
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleDocument, BundleLayer, BundleRelation
from annotator.formats.format import Writing
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.tokens import Tokens, fit, with_annotations
from tests.formats.trips import SCHEME, bundles, texts


def words_of(text, *held, blanks=False):
    tokens = Tokens(text, [Span(*span) for span in held], blanks=blanks)
    return [tokens.word(index) for index in range(len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال والرئيسُ إنّ", ["قال", "والرئيسُ", "إنّ"]),
        ("محطات«براكة»،", ["محطات", "«", "براكة", "»", "،"]),
        ("%50 و2,5", ["%", "50", "و2,5"]),
        ("داعش... ؟!", ["داعش", "...", "؟", "!"]),
        ("وصل 👨‍👩‍👧 😀", ["وصل", "👨‍👩‍👧", "😀"]),
        ("العــراق ـــ", ["العــراق", "ـــ"]),
        ("قال\u200f \u202bثم\u202c", ["قال", "ثم"]),
        ("\u0600 a", ["\u0600", "a"]),
        (" \n\t\u00a0", []),
    ],
)
def test_a_token_is_a_word_or_what_is_visible_between_words(text, expected):
    assert words_of(text) == expected


def test_words_are_split_where_a_held_span_begins_or_ends():
    assert words_of("قال والرئيس", (5, 11)) == ["قال", "و", "الرئيس"]


def test_spans_that_end_with_words_split_nothing():
    assert words_of("قال والرئيس", (0, 3), (4, 11)) == ["قال", "والرئيس"]


def test_blanks_are_tokens_on_demand_but_for_one_space_after_a_token():
    assert words_of(" قال  ثم\n", blanks=True) == [" ", "قال", " ", "ثم", "\n"]


def test_a_space_is_a_token_where_a_held_span_has_it_at_its_end():
    assert words_of("قال ثم", (0, 4), blanks=True) == ["قال", " ", "ثم"]
    assert words_of("قال ثم", (3, 6), blanks=True) == ["قال", " ", "ثم"]
    assert words_of("قال ثم", (0, 3), (4, 6), blanks=True) == ["قال", "ثم"]


@given(texts())
def test_nothing_visible_is_left_out(text):
    tokens = Tokens(text)
    ends, starts = [0, *(token.end for token in tokens)], [*(token.start for token in tokens), len(text)]
    left = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    invisible = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    assert all(letter.isspace() or letter in invisible for letter in left)
    assert all(not any(letter.isspace() for letter in tokens.word(index)) for index in range(len(tokens)))


@given(bundles())
def test_with_blanks_and_split_every_span_is_held_exactly(bundle):
    text = bundle.document.text
    tokens = Tokens(text, bundle.layer.annotations, blanks=True)
    for item in bundle.layer.annotations:
        covered = tokens.covered(tokens.touched(item))
        assert covered == (item.start, item.end)
    rebuilt = "".join(tokens.word(i) + " " * tokens.space_after(i) for i in range(len(tokens)))
    assert rebuilt == text


@given(bundles(), st.booleans())
def test_sentences_share_out_the_tokens_and_end_inside_no_held_span(bundle, held):
    annotations = bundle.layer.annotations
    tokens = Tokens(bundle.document.text, annotations if held else ())
    sentences = tokens.sentences(annotations)
    assert [index for sentence in sentences for index in sentence] == list(range(len(tokens)))
    for item in annotations:
        touched = tokens.touched(item)
        assert not touched or any(touched[0] in one and touched[-1] in one for one in sentences)


def test_a_sentence_ends_at_a_stop():
    tokens = Tokens("قال الوزير. ثم غادر.\nنهاية")
    assert [[tokens.word(i) for i in one] for one in tokens.sentences()] == [
        ["قال", "الوزير", "."],
        ["ثم", "غادر", "."],
        ["نهاية"],
    ]


def test_a_span_grows_to_whole_words_and_that_is_told():
    bundle = _bundle("قال والرئيس", (5, 11))
    writing = Writing(Options(), SCHEME)
    (item,) = fit(bundle, Tokens(bundle.document.text), writing).layer.annotations
    assert (item.start, item.end, item.quote) == (4, 11, "والرئيس")
    assert [str(lost.what) for lost in writing.losses] == ["actor “الرئيس” becomes “والرئيس”"]
    assert writing.loss_counts == {Loss.WORD_PARTS: 1}


def test_a_span_that_touches_no_token_is_dropped_with_its_relations():
    bundle = _bundle("قال  ثم", (0, 3), (3, 5))
    relation = BundleRelation(uuid="r", type="same_as", source="0", target="1")
    bundle = replace(bundle, layer=replace(bundle.layer, relations=(relation,)))
    layer = fit(bundle, Tokens(bundle.document.text), Writing(Options(), SCHEME)).layer
    assert [item.uuid for item in layer.annotations] == ["0"]
    assert layer.relations == ()


def test_a_document_without_a_layer_stays_as_it_is():
    bundle = replace(_bundle("قال"), layer=None)
    assert fit(bundle, Tokens("قال"), Writing(Options(), SCHEME)) is bundle
    assert with_annotations(bundle, ()) is bundle


def _bundle(text, *spans):
    annotations = tuple(
        BundleAnnotation(uuid=str(number), start=start, end=end, label="actor", quote=text[start:end])
        for number, (start, end) in enumerate(spans)
    )
    document = BundleDocument(uuid="", name="a", text=text, text_sha256=sha256(text.encode()).hexdigest())
    return Bundle(document=document, layer=BundleLayer(reviewers=("",), annotations=annotations))
