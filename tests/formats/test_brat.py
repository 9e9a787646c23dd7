import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.core.schema import LabelDefinition, RelationDefinition, SchemeDefinition
from annotator.formats.article import UnclearEncodingError
from annotator.formats.brat.config import Types, annotation_conf, visual_conf
from annotator.formats.brat.kind import BRAT
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss
from annotator.formats.registry import format_of
from annotator.resources import SEEDS
from tests.formats.full import TEXT, full_bundle
from tests.formats.hostile import DATA
from tests.formats.trips import SCHEME, bundles, read_from, write_into

PROTEIN = "Expression of T cell growth factor in the human cell line.\n"


def read(tmp_path, lines, text=PROTEIN, *, skip=False, suffix=".ann", more=None, **options):
    """What is read from lines that use a vertical bar for each tab."""
    (tmp_path / "doc.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    for name, content in {suffix: lines, **(more or {})}.items():
        data = "".join(f"{line}\n" for line in content).replace("|", "\t")
        (tmp_path / f"doc{name}").write_bytes(data.encode())
    reading = Reading(BRAT.reading(**options), skip=skip)
    (bundle,) = BRAT.read(tmp_path / f"doc{suffix}", reading)
    return bundle, reading


def found(bundle):
    return [(item.uuid, item.label, item.quote) for item in bundle.layer.annotations]


def written(bundle, tmp_path, **more):
    files, writing = write_into(BRAT, [replace(bundle, **more)], tmp_path)
    return {path.name: path.read_bytes().decode() for path in files}, writing


def test_a_file_as_brat_writes_it(tmp_path):
    bundle, _ = read(
        tmp_path,
        [
            "T1|Gene_expression 0 10|Expression",
            "T2|Protein 14 34|T cell growth factor",
            "T3|Cell 42 57|human cell line",
            "E1|Gene_expression:T1 Theme:T2 Site2:T3",
            "R1|Part-of Arg1:T2 Arg2:T3",
            "A1|Confidence E1 High",
            "A2|Negation E1",
            "M1|Speculation E1",
            "N1|Reference T2 UniProt:P60568|interleukin 2",
            "#1|AnnotatorNotes T2|also called IL-2",
            "*|Equiv T2 T3",
        ],
    )
    trigger, protein, cell = bundle.layer.annotations
    assert bundle.document.text == PROTEIN
    assert bundle.document.name == "doc.txt"
    assert found(bundle) == [
        ("T1", "Gene_expression", "Expression"),
        ("T2", "Protein", "T cell growth factor"),
        ("T3", "Cell", "human cell line"),
    ]
    assert trigger.attributes == {"Confidence": "High", "Negation": "true", "Speculation": "true"}
    assert protein.note == "also called IL-2"
    assert (protein.entity, cell.entity) == ("UniProt:P60568", None)
    assert [(item.uuid, item.label, item.name) for item in bundle.entities] == [
        ("UniProt:P60568", "Protein", "interleukin 2")
    ]
    assert {(item.type, item.source, item.target) for item in bundle.layer.relations} == {
        ("Theme", "T1", "T2"),
        ("Site", "T1", "T3"),
        ("Part-of", "T2", "T3"),
        ("Equiv", "T2", "T3"),
    }
    assert bundle.warnings == (
        "doc.ann: 1 events were read as their trigger, with a relation to each argument.",
    )


def test_events_may_be_arguments_of_events_whatever_the_order_of_lines(tmp_path):
    lines = ["E1|Up:T1 Cause:E2", "E2|Down:T2 Theme:E1", "T1|Up 0 10|Expression", "T2|Down 14 15|T"]
    bundle, _ = read(tmp_path, lines)
    links = {(item.type, item.source, item.target) for item in bundle.layer.relations}
    assert links == {("Cause", "T1", "T2"), ("Theme", "T2", "T1")}


def test_parts_are_covered_by_one_annotation_or_become_one_each(tmp_path):
    lines = ["T1|Cell 42 47;53 57|human line", "#1|AnnotatorNotes T1|x"]
    bundle, _ = read(tmp_path, lines)
    assert found(bundle) == [("T1", "Cell", "human cell line")]
    assert bundle.warnings == (
        (
            "doc.ann: annotations in several parts: 1; each now covers the words between them, too. Import"
            " with -O discontinuous=parts to have an annotation for each part."
        ),
    )
    bundle, _ = read(tmp_path, lines, discontinuous="parts")
    assert found(bundle) == [("T1", "Cell", "human"), ("T1.2", "Cell", "line")]
    assert [item.note for item in bundle.layer.annotations] == ["x", "x"]
    assert bundle.warnings == (
        "doc.ann: annotations in several parts: 1; each part is now an annotation of its own.",
    )


def test_parts_of_old_versions_have_no_space_between_them(tmp_path):
    assert found(read(tmp_path, ["T1|Cell 42 47;53 57|humanline"])[0]) == [("T1", "Cell", "human cell line")]


def test_a_span_over_lines_is_in_parts_and_one_all_the_same(tmp_path):
    bundle, _ = read(tmp_path, ["T1|claim 0 3;5 8|قال وزي"], text="قال\r\nوزير")
    assert found(bundle) == [("T1", "claim", "قال\r\nوزي")]
    assert bundle.warnings == ()


def test_a_quote_may_have_a_space_for_each_line_end(tmp_path):
    assert found(read(tmp_path, ["T1|claim 0 7|قال وزي"], text="قال\nوزير")[0]) == [
        ("T1", "claim", "قال\nوزي")
    ]


@pytest.mark.parametrize(
    "offsets", ["3 7", "4 8", "6 14", "2 6"], ids=["code points", "utf-16", "bytes", "one for CR LF"]
)
def test_quotes_prove_the_offsets_whatever_they_count(tmp_path, offsets):
    text = "a\r\nوزير وزير" if offsets == "2 6" else "a😀 وزير وزير"
    bundle, _ = read(tmp_path, [f"T1|actor {offsets}|وزير"], text=text)
    assert (bundle.layer.annotations[0].start, bundle.layer.annotations[0].end) == (3, 7)
    assert len(bundle.warnings) == (offsets != "3 7")


def test_offsets_that_count_a_byte_order_mark_are_understood(tmp_path):
    bundle, _ = read(tmp_path, ["T1|actor 5 9|وزير"], text="\ufeffقال وزير وزير")
    assert bundle.layer.annotations[0].start == 4


def test_what_a_line_lacks_is_taken_from_the_text(tmp_path):
    assert found(read(tmp_path, ["T1|Protein 14 15"])[0]) == [("T1", "Protein", "T")]


def test_more_columns_after_the_quote_are_let_be(tmp_path):
    assert found(read(tmp_path, ["T1|Protein 14 20|T cell|more"])[0]) == [("T1", "Protein", "T cell")]


def test_files_of_shared_tasks_are_in_two_parts(tmp_path):
    bundle, _ = read(
        tmp_path,
        ["T1|Protein 14 34|T cell growth factor"],
        suffix=".a1",
        more={".a2": ["T2|Expr 0 10|Expression", "E1|Expr:T2 Theme:T1", "M1|Negation E1",
                      "N1|Reference Annotation:T1 Referent:GO:1",
                      "N2|Reference Referent:GO:2 Annotation:T2"]},
    )  # fmt: skip
    assert [item.uuid for item in bundle.layer.annotations] == ["T1", "T2"]
    assert [item.entity for item in bundle.layer.annotations] == ["GO:1", "GO:2"]
    assert bundle.layer.relations[0].type == "Theme"
    assert tmp_path / "doc.a2" in BRAT.companions(tmp_path / "doc.a1")


def test_the_text_may_stand_beside_with_the_whole_name(tmp_path):
    (tmp_path / "a.txt").write_text("قال", encoding="utf-8")
    (tmp_path / "a.txt.ann").write_text("T1\tx 0 3\tقال\n", encoding="utf-8")
    (bundle,) = BRAT.read(tmp_path / "a.txt.ann", Reading(BRAT.reading()))
    assert bundle.document.name == "a.txt"


def test_an_empty_file_has_no_annotations(tmp_path):
    assert read(tmp_path, [])[0].layer.annotations == ()


def test_old_encodings_are_asked_for(tmp_path):
    with pytest.raises(UnclearEncodingError):
        read(tmp_path, [], text="قال".encode("cp1256"))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["T1|x 0 10|Wrong text"], "doc.ann, line 1: the span 0–10 should read “Wrong text”, which does not"),
        (["T1|x 0 99999"], "doc.ann, line 1: there is no span 0–99999 in a text of 59 characters"),
        (["T1|x 5 5|"], "there is no span 5–5"),
        (["T1|x 0 3;8 99|a b"], "the fragments should read “a b”, which does not stand there"),
        (["T1|x 0"], "doc.ann, line 1: this is no type with offsets: “x 0”"),
        (["T1|x ٠ ٣"], "this is no type with offsets"),
        (["T1|x 0 1|E", "T1|x 0 1|E"], "doc.ann, line 2: the id T1 is there twice"),
        (["T1|x 0 1|E", "R1|r Arg1:T1 Arg2:T2"], "doc.ann, line 2: there is no annotation T2"),
        (["T1|x 0 1|E", "R1|r Arg1:T1 Arg2:T1"], "the annotation T1 is linked to itself"),
        (["T1|x 0 1|E", "R1|r Arg1:T1"], "this is no relation: “r Arg1:T1”"),
        (["E1|x:T9 Theme:T9"], "there is no annotation E1"),
        (["T1|x 0 1|E", "E1|x:T1 Theme:E1"], "the annotation E1 is linked to itself"),
        (["A1|Negation T9"], "there is no annotation T9"),
        (["N1|Reference T1"], "this is no normalisation: “Reference T1”"),
        (["*|Equiv T1"], "this is no equivalence: “Equiv T1”"),
        (["T1|x 0 1|E", "T2|y 1 2|x", "E1|x:T1 :T2"], "a relation from E1 has no name"),
        (["*| "], "this is no equivalence: “”"),
        (["R1| "], "this is no relation: “”"),
        (["nonsense"], "doc.ann, line 1: this is no line of brat’s: “nonsense”"),
        (["X1|x"], "this is no line of brat’s"),
    ],
)
def test_what_is_wrong_on_a_line_is_said_or_skipped(tmp_path, lines, message):
    with pytest.raises(UserError, match=re.escape(message)):
        read(tmp_path, lines)
    _, reading = read(tmp_path, [*lines, "T5|Cell 42 57|human cell line"], skip=True)
    assert reading.fault_count == 1


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["T{}|x 0 3|zzz"], "too little of the file fits its text; it is refused"),
        (["T{}|x 0 20000"], "the annotations hold more text than can be read"),
    ],
)
def test_what_would_never_end_is_refused_though_faults_are_skipped(tmp_path, monkeypatch, lines, message):
    monkeypatch.setattr("annotator.formats.brat.places._MAX_SEARCHED", 1_000_000)
    monkeypatch.setattr("annotator.formats.brat.reading._MAX_QUOTED", 1_000_000)
    many = [line.format(number) for number in range(60) for line in lines]
    with pytest.raises(UserError, match=message):
        read(tmp_path, many, text="a " * 10_000, skip=True)


def test_a_missing_text_is_said(tmp_path):
    (tmp_path / "a.ann").write_bytes(b"")
    with pytest.raises(UserError, match=r"a.ann: the text, a.txt, must lie beside it"):
        list(BRAT.read(tmp_path / "a.ann", Reading(BRAT.reading())))


def test_what_is_said_of_relations_and_several_entities_is_counted(tmp_path):
    lines = ["T1|x 0 1|E", "T2|x 1 2|x", "R1|r Arg2:T1 Arg1:T2", "A1|Sure R1", "#1|AnnotatorNotes R1|x",
             "N1|Reference T1 A:1|", "N2|Reference T1 A:2|"]  # fmt: skip
    bundle, _ = read(tmp_path, lines)
    assert [(item.source, item.target) for item in bundle.layer.relations] == [("T2", "T1")]
    assert bundle.warnings == (
        "doc.ann: 2 notes and attributes of relations were left out.",
        "doc.ann: 1 annotations name more than one entity; the first was kept.",
    )


def test_lines_are_written_as_brat_writes_them(tmp_path):
    files, writing = written(full_bundle(), tmp_path)
    assert files["خبر.txt"] == TEXT
    assert files["خبر.ann"].split("\n") == [
        "T1\tclaim 12 67\tقال وزير الدفاع أحمد إن نحو 2500 جندي وصلوا 😀 إلى بغداد",
        "#1\tAnnotatorNotes T1\tملاحظة",
        "T2\tactor 16 32\tوزير الدفاع أحمد",
        "A1\trole T2 وزير",
        "N1\tReference T2 Sanad:0b6c1c50-0f8d-4a5e-8d0a-1f2e3d4c5b6a\tأحمد",
        "#2\tAnnotatorNotes T2\tملاحظة",
        "T3\tfigure 36 49\tنحو 2500 جندي",
        "A2\tvalue T3 2500",
        "A3\top T3 ~",
        "#3\tAnnotatorNotes T3\tملاحظة",
        "R1\tattributed_to Arg1:T1 Arg2:T2",
        "",
    ]
    assert writing.loss_counts == {Loss.ATTRIBUTE_TYPES: 1}


def test_what_no_line_can_hold_is_escaped(tmp_path):
    bundle = full_bundle()
    item = replace(bundle.layer.annotations[1], note=" a\nb\\", attributes={"role": "x=\ty"}, entity=None)
    files, _ = written(bundle, tmp_path, layer=replace(bundle.layer, annotations=(item,), relations=()))
    assert files["خبر.ann"].split("\n")[1:] == [
        "#1\tEscapedAttribute T1\trole=x=\\ty",
        "#2\tEscapedNote T1\t\\u0020a\\nb\\\\",
        "",
    ]


def test_spans_lose_the_line_ends_at_their_ends_and_that_is_told(tmp_path):
    bundle = full_bundle()
    item = replace(bundle.layer.annotations[1], start=11, end=32, quote=TEXT[11:32])
    alone = replace(item, uuid="2", start=11, end=12, quote="\n")
    files, writing = written(
        bundle, tmp_path, layer=replace(bundle.layer, annotations=(item, alone), relations=())
    )
    assert files["خبر.ann"].startswith("T1\tactor 12 32\tقال")
    assert writing.loss_counts == {Loss.LINE_ENDS: 2}


@given(bundle=bundles())
@settings(max_examples=40, deadline=None)
def test_every_text_bound_passes_the_checks_of_brat(bundle, tmp_path_factory):
    """Its reader splits lines as `str.splitlines` does, and compares the text with what is marked."""
    files, _ = written(bundle, tmp_path_factory.mktemp("brat"))
    text, seen = files["خبر 0.txt"], set()
    for line in files["خبر 0.ann"].splitlines():
        identifier, data, tail = (*line.split("\t", 2), "")[:3]
        assert re.fullmatch(r"(?:[TRAN]|#)[0-9]+", identifier)
        assert identifier not in seen
        seen.add(identifier)
        if identifier[0] == "T":
            kind, places = data.split(" ", 1)
            parts = [tuple(map(int, part.split(" "))) for part in places.split(";")]
            assert re.fullmatch(r"[a-zA-Z0-9_-]+", kind)
            assert all(0 <= start < end <= len(text) for start, end in parts)
            assert all(one[1] < other[0] for one, other in pairwise(parts))
            assert tail == " ".join(text[start:end] for start, end in parts)
        elif identifier[0] == "R":
            assert re.fullmatch(r"\S+ Arg1:T\d+ Arg2:T\d+", data)
        elif identifier[0] == "A":
            assert re.fullmatch(r"\S+ T\d+ .+", data)
        elif identifier[0] == "N":
            assert re.fullmatch(r"\S+ T\d+ [^\s:]+:\S+", data)
        else:
            assert len(data.split()) == 2
        assert set(re.findall(r"\bT\d+\b", data)) <= seen


def test_the_configuration_lists_what_the_label_set_defines():
    conf = annotation_conf(SCHEME, Types(SCHEME))
    assert conf.startswith("[entities]\nactor\nlocation\nfigure\nclaim\n")
    assert "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n" in conf
    assert "attributed_to\tArg1:claim, Arg2:" in conf
    assert re.search(r"^op\tArg:figure, Value:\S+$", conf, re.MULTILINE)
    sections = re.findall(r"^\[(.*)\]$", conf, re.MULTILINE)
    assert sections == ["entities", "relations", "events", "attributes"]
    visual = visual_conf(SCHEME, Types(SCHEME))
    assert re.search(r"^actor \| \S", visual, re.MULTILINE)
    assert re.search(r"^actor\tbgColor:#[0-9A-Fa-f]{6}$", visual, re.MULTILINE)


def test_names_that_brat_cannot_store_are_replaced_and_come_back(tmp_path):
    names = {"claim": "قول", "actor": "جهة", "figure": "رقم x"}
    labels = tuple(
        LabelDefinition(name=name, colour="#000000", colour_dark="#ffffff") for name in names.values()
    )
    scheme = SchemeDefinition(
        format="sanad-scheme",
        name="x",
        version=1,
        labels=labels,
        relations=(RelationDefinition(name="قاله"),),
    )
    bundle = full_bundle()
    annotations = [
        replace(i, label=names[i.label], attributes={"صفة": "x"}) for i in bundle.layer.annotations
    ]
    relations = (replace(bundle.layer.relations[0], type="قاله"),)
    layer = replace(bundle.layer, annotations=tuple(annotations), relations=relations)
    writing = Writing(BRAT.writing(), scheme)
    for name, data in BRAT.write([replace(bundle, layer=layer)], writing):
        (tmp_path / name).write_bytes(data)
    assert "\nlabel\nlabel_2\nx\n" in (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    (back,) = read_from(BRAT, sorted(tmp_path.iterdir()))
    assert {item.label for item in back.layer.annotations} == set(names.values())
    assert back.layer.annotations[0].attributes == {"صفة": "x"}
    assert back.layer.relations[0].type == "قاله"


def test_each_layer_has_a_folder_of_its_own(tmp_path):
    bundle = full_bundle()
    second = replace(bundle, layer=replace(bundle.layer, kind="reviewer", reviewers=("ثان / x",)))
    writing = Writing(BRAT.writing(), SCHEME, several_layers=True)
    names = [part.name for part in BRAT.write([bundle, second, replace(bundle, layer=None)], writing)]
    assert names == [
        *("adjudicated/خبر.txt", "adjudicated/خبر.ann", "ثان x/خبر.txt", "ثان x/خبر.ann"),
        *("no reviewer/خبر.txt", "no reviewer/خبر.ann"),
        *("annotation.conf", "visual.conf"),
    ]


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    bundle = full_bundle()
    _, writing = written(bundle, tmp_path, document=replace(bundle.document, name="a/b.txt"))
    assert [str(lost.what) for lost in writing.losses if lost.loss is Loss.NAME] == [
        "a/b.txt is called a b.txt"
    ]


def test_the_sample_reads_as_the_seeds_annotations():
    folder = DATA / "brat"
    (sample,) = read_from(BRAT, sorted(folder.iterdir()))
    seed = next(format_of(SEEDS / "gold" / "000.jsonl").read(SEEDS / "gold" / "000.jsonl", None))
    assert sample.document.text == seed.document.text
    kept = [{(i.start, i.end, i.label, i.note, i.quote) for i in b.layer.annotations} for b in (sample, seed)]
    assert kept[0] == kept[1]
    assert len(sample.layer.relations) == len(seed.layer.relations)
