import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.article import UnclearEncodingError
from annotator.formats.conll.kind import CONLL
from annotator.formats.conll.rows import spans
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss
from annotator.formats.registry import format_of
from annotator.resources import SEEDS
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.trips import SCHEME, bundles, comparable, read_from, shaped, write_into


def read(tmp_path, text, name="data.conll", *, skip=False, **options):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    reading = Reading(CONLL.reading(**options), skip=skip)
    return list(CONLL.read(path, reading)), reading


def found(bundle):
    return [(item.label, item.quote) for item in bundle.layer.annotations]


LOSSLESS = {"nesting": "levels", "comments": True, "separator": "tab"}


def lines_of(bundle, **options):
    writing = Writing(CONLL.writing(**options), SCHEME)
    return b"".join(part.data for part in CONLL.write([bundle], writing)).decode().split("\n"), writing


def test_conll_2003_has_four_columns_of_which_the_last_counts(tmp_path):
    text = """-DOCSTART- -X- -X- O

U.N. NNP B-NP I-ORG
official NN I-NP O
Ekeus NNP I-NP I-PER
heads VBZ B-VP O
for IN B-PP O
Baghdad NNP B-NP I-LOC
. . O O

-DOCSTART- -X- -X- O

Foo NN B-NP O
"""
    (first, second), _ = read(tmp_path, text)
    assert first.document.text == "U.N. official Ekeus heads for Baghdad ."
    assert found(first) == [("ORG", "U.N."), ("PER", "Ekeus"), ("LOC", "Baghdad")]
    assert second.document.text == "Foo"
    assert (first.document.name, second.document.name) == ("data.conll", "data.conll:11")
    assert second.place == "data.conll, line 11"


def test_conll_2002_has_two_columns_and_names_no_document(tmp_path):
    (bundle,), _ = read(tmp_path, "قال O\nوزير B-PER\nالدفاع I-PER\n\nبغداد B-LOC\n")
    assert bundle.document.text == "قال وزير الدفاع\nبغداد"
    assert found(bundle) == [("PER", "وزير الدفاع"), ("LOC", "بغداد")]
    assert bundle.document.name == "data.conll"
    assert bundle.warnings == (
        "data.conll, line 1: the text was put together from the tokens, for it is not in the file.",
    )


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("B-A I-A O B-A", [(0, 2, "A"), (3, 4, "A")]),
        ("I-A I-A B-A I-B", [(0, 2, "A"), (2, 3, "A"), (3, 4, "B")]),
        ("B-A I-A E-A S-A S-A", [(0, 3, "A"), (3, 4, "A"), (4, 5, "A")]),
        ("B-A L-A U-B U-B", [(0, 2, "A"), (2, 3, "B"), (3, 4, "B")]),
        ("B-A M-A E-A W-A", [(0, 3, "A"), (3, 4, "A")]),
        ("A A O B", [(0, 2, "A"), (3, 4, "B")]),
        ("E-A O L-B", [(0, 1, "A"), (2, 3, "B")]),
        ("B-A-b I-A-b", [(0, 2, "A-b")]),
        ("O O", []),
    ],
)
def test_every_way_of_tagging_is_understood(tags, expected):
    assert list(spans(tags.split())) == expected


def test_nested_spans_stand_in_several_columns_as_in_germeval(tmp_path):
    text = "#\thttp://example.org [2009]\n1\tAl\tB-ORG\tO\n2\tKabul\tI-ORG\tB-LOC\n\n1\tfoo\tO\tO\n"
    (bundle,), _ = read(tmp_path, text, "data.tsv")
    assert found(bundle) == [("ORG", "Al Kabul"), ("LOC", "Kabul")]
    assert bundle.document.text == "Al Kabul\nfoo"
    assert format_of(tmp_path / "data.tsv") is CONLL


def test_the_tag_may_stand_before_the_token(tmp_path):
    (bundle,), _ = read(tmp_path, "O\tfilm\nB-ACTOR\tbrad\nI-ACTOR\tpitt\n")
    assert found(bundle) == [("ACTOR", "brad pitt")]


def test_text_comments_give_the_text_and_newdoc_the_name(tmp_path):
    text = (
        "# newdoc id = خبر 7\n# sent_id = 1\n# text = قال وزير، ثم.\n1\tقال\tO\t-\t-\n2\tوزير\tB-PER\t-\t-\n"
        "3\t،\tO\t-\t-\n4\tثم\tO\t-\t-\n5\t.\tO\t-\t-\n\n# text = نعم!\n1\tنعم\tO\t-\t-\n2\t!\tO\t-\t-\n"
    )
    (bundle,), _ = read(tmp_path, text)
    assert bundle.document.text == "قال وزير، ثم.\nنعم!"
    assert bundle.document.name == "خبر 7"
    assert found(bundle) == [("PER", "وزير")]
    assert bundle.warnings == ()


def test_a_text_comment_that_does_not_fit_its_tokens_is_not_believed(tmp_path):
    (bundle,), _ = read(tmp_path, "# text = a c\na\tO\nb\tB-X\n")
    assert bundle.document.text == "a b"
    assert len(bundle.warnings) == 1


def test_a_hash_can_be_a_token(tmp_path):
    (bundle,), _ = read(tmp_path, "# comment here\n# O\n#وسم B-TAG\n")
    assert bundle.document.text == "# #وسم"
    assert found(bundle) == [("TAG", "#وسم")]


def test_columns_may_be_chosen(tmp_path):
    text = "a B-X B-Y\nb O I-Y\n"
    (bundle,), _ = read(tmp_path, text, columns="3")
    assert found(bundle) == [("Y", "a b")]
    with pytest.raises(UserError, match="The columns with tags are numbers such as 2 or 3,4, not “x”"):
        read(tmp_path, text, columns="x")


def test_a_file_without_documents_may_be_cut_into_some_of_so_many_sentences(tmp_path):
    found_, _ = read(tmp_path, "a O\n\nb B-X\n\nc O\n", sentences=2)
    assert [bundle.document.text for bundle in found_] == ["a\nb", "c"]
    assert [bundle.document.name for bundle in found_] == ["data.conll", "data.conll:5"]


def test_line_ends_of_windows_and_a_byte_order_mark_do_no_harm(tmp_path):
    (bundle,), _ = read(tmp_path, "\ufeffقال O\r\nأحمد B-P\r\n\r\n".encode())
    assert bundle.document.text == "قال أحمد"
    assert bundle.size == len("\ufeffقال O\r\nأحمد B-P\r\n\r\n".encode())


def test_old_encodings_are_read_or_asked_for(tmp_path):
    line = "قال وزير الدفاع العراقي اليوم إن المحادثات ليست مفاوضات بشأن انسحاب القوات"
    rows = "".join(f"{word} O\n" for word in line.split())
    (bundle,), _ = read(tmp_path, (rows + "بغداد B-LOC\n").encode("cp1256"))
    assert found(bundle) == [("LOC", "بغداد")]
    with pytest.raises(UnclearEncodingError):
        read(tmp_path, "قال O\n".encode("cp1256"))
    (bundle,), _ = read(tmp_path, "قال B-A\n".encode("utf-16"))
    assert found(bundle) == [("A", "قال")]


def test_a_row_that_lacks_a_column_is_a_fault_and_its_token_stays(tmp_path):
    text = "a B-X\nb\nc O\n"
    with pytest.raises(UserError, match=r"data.conll, line 2: the row of “b” has no column 2"):
        read(tmp_path, text)
    (bundle,), reading = read(tmp_path, text, skip=True)
    assert bundle.document.text == "a b c"
    assert reading.fault_count == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("a b\nc d\n", "data.conll: no column holds tags such as O, B-… and I-…; say which one does"),
        ("", "data.conll: The file is empty"),
        ("a O\n" * 30000 + "b\0 O\n", "line 30001 holds a NUL character"),
        (b"a O\n" * 30000 + b"\xff O\n", "line 30001 cannot be read as utf-8"),
        ('# sanad = {"document": 3}\na O\n', "line 1: what stands under “sanad” cannot be used"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, data, message):
    with pytest.raises(UserError, match=re.escape(message)):
        read(tmp_path, data)


@given(st.lists(st.text(st.sampled_from(" \t#-BIOESx=\r\n\\u0d8é\u200f"), max_size=12), max_size=8))
@settings(max_examples=200, deadline=None)
def test_nothing_but_a_sentence_comes_of_damaged_files(tmp_path_factory, lines):
    tmp_path = tmp_path_factory.getbasetemp()
    for prefix in ("", "# sanad = {}\n# text = a\\ud800\n"):
        try:
            read_, _ = read(tmp_path, prefix + "a O\n" + "\n".join(lines), skip=True)
        except UserError:
            continue
        for bundle in read_:
            for item in bundle.layer.annotations if bundle.layer else ():
                assert bundle.document.text[item.start : item.end] == item.quote != ""


def test_by_default_there_are_words_and_one_column_of_tags_and_nothing_else():
    lines, writing = lines_of(full_bundle())
    assert lines[:2] == ["-DOCSTART- -X- O O", ""]
    assert lines[5:9] == ["قال O", "وزير B-actor", "الدفاع I-actor", "أحمد I-actor"]
    assert all(len(line.split(" ")) == 2 for line in lines[2:] if line)
    assert writing.loss_counts == {Loss.NESTING: 1, Loss.TEXT: 1}


def test_levels_are_columns_the_outer_first():
    lines, _ = lines_of(full_bundle(), **LOSSLESS, levels=3)
    assert lines[0] == "-DOCSTART-\t-X-\tO\tO"
    assert "قال\tB-claim\tO\tO" in lines
    assert "وزير\tI-claim\tB-actor\tO" in lines


@pytest.mark.parametrize(("tagging", "tags"), [("bio", "BIIB"), ("bioes", "BIES"), ("bilou", "BILU")])
def test_tags_may_be_bio_bioes_or_bilou(tagging, tags):
    lines, _ = lines_of(full_bundle(), tagging=tagging, nesting="innermost", comments=False)
    kinds = [line.split(" ")[1][0] for line in lines if line.endswith("-actor")]
    assert kinds == list(tags[:3])


@pytest.mark.parametrize(
    ("rule", "kept", "dropped"), [("outermost", {"claim"}, 2), ("innermost", {"actor", "figure"}, 1)]
)
def test_one_column_holds_the_outermost_or_the_innermost_and_the_rest_is_told(rule, kept, dropped):
    lines, writing = lines_of(full_bundle(), nesting=rule, comments=True)
    assert lines[0] == "-DOCSTART- -X- O O"
    assert {line.partition(" B-")[2] for line in lines} - {""} == kept
    assert writing.loss_counts == {Loss.NESTING: dropped}


def test_levels_that_are_too_many_are_told():
    lines, writing = lines_of(full_bundle(), **LOSSLESS, levels=1)
    assert str(writing.losses[0].what).startswith("actor “وزير الدفاع أحمد”")
    assert writing.loss_counts == {Loss.NESTING: 2}
    assert not any(line.endswith("-actor") for line in lines)


@pytest.mark.parametrize(
    "options",
    [{}, {"comments": True, "separator": "tab"}, {"comments": True, "tagging": "bilou"}],
    ids=["plain", "comments", "bilou"],
)
@pytest.mark.parametrize("nesting", ["levels", "outermost", "innermost"])
@pytest.mark.parametrize("words", ["split", "grow"])
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_the_options_what_is_shaped_comes_back(nesting, words, options, data, tmp_path_factory):
    options = {"nesting": nesting, "words": words, **options}
    original = data.draw(bundles())
    files, _ = write_into(CONLL, [original], tmp_path_factory.mktemp("trip"), **options)
    (back,) = read_from(CONLL, files)
    losses = CONLL.loses_with(CONLL.writing(**options))
    assert comparable(back, losses) == comparable(shaped(CONLL, original, **options), losses)


def test_comments_and_levels_hold_all_there_is_but_comparisons(tmp_path):
    original = full_bundle()
    files, writing = write_into(CONLL, [original], tmp_path, **LOSSLESS)
    (back,) = read_from(CONLL, files)
    assert comparable(back, {Loss.COMPARISONS}) == comparable(original, {Loss.COMPARISONS})
    assert not writing.losses


def test_what_comments_hold_is_said_to_be_in_fields_of_our_own_and_not_lost():
    with_comments, plain = CONLL.writing(comments=True), CONLL.writing()
    of_form = {Loss.WORD_PARTS, Loss.NESTING, Loss.COINCIDENCE, Loss.COMPARISONS}
    assert CONLL.loses_with(with_comments) == of_form
    assert CONLL.aside_with(with_comments) == CONLL.loses_with(plain) - of_form
    assert CONLL.aside_with(plain) == frozenset()


@pytest.mark.parametrize("loss", sorted(CONLL.aside_with(CONLL.writing(comments=True)) - {Loss.TEXT}))
def test_what_comments_hold_is_in_them_alone(loss, tmp_path):
    files, _ = write_into(CONLL, [full_bundle()], tmp_path, **LOSSLESS)
    (path,) = files
    path.write_bytes(re.sub(rb"(?m)^# (sanad|text) = .*\n", b"", path.read_bytes()))
    (back,) = read_from(CONLL, files)
    shape = shaped(CONLL, full_bundle(), nesting="levels")
    rest = CONLL.loses - {loss} - ({Loss.REVIEWER} if loss is Loss.MAKER else set())
    assert comparable(back, CONLL.loses) == comparable(shape, CONLL.loses)
    assert comparable(back, rest) != comparable(shape, rest)


def test_labels_with_spaces_come_back(tmp_path):
    bundle = full_bundle()
    names = {"claim": "big claim", "actor": "big_claim", "figure": "الرقم \u2028ثان"}
    annotations = [replace(item, label=names[item.label]) for item in bundle.layer.annotations]
    bundle = replace(bundle, layer=replace(bundle.layer, annotations=tuple(annotations), relations=()))
    files, _ = write_into(CONLL, [bundle], tmp_path, nesting="levels", comments=True)
    (back,) = read_from(CONLL, files)
    assert {item.label for item in back.layer.annotations} == set(names.values())


def test_a_document_without_a_layer_comes_back_without(tmp_path):
    bundle = replace(full_bundle(), layer=None)
    files, _ = write_into(CONLL, [bundle], tmp_path, comments=True)
    (back,) = read_from(CONLL, files)
    assert back.layer is None
    assert back.document == bundle.document


def test_the_sample_reads_as_the_seeds_annotations():
    (sample,) = CONLL.read(DATA / "conll" / "000.conll", Reading(CONLL.reading()))
    seed = next(format_of(SEEDS / "gold" / "000.jsonl").read(SEEDS / "gold" / "000.jsonl", None))
    assert sample.document == seed.document
    spans_ = [{(item.start, item.end, item.label) for item in b.layer.annotations} for b in (sample, seed)]
    assert spans_[0] == spans_[1]
