"""WebAnno TSV: files as INCEpTION and WebAnno write them, and what is written for them."""

import pytest

from annotator.core.errors import UserError
from annotator.core.schema import read_definition
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleDocument, BundleLayer, BundleRelation
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss
from annotator.formats.plain_text import hashed
from annotator.formats.registry import format_of
from annotator.formats.webanno_tsv.kind import WEBANNO_TSV
from annotator.resources import RESOURCES, SEEDS
from tests.formats.hostile import DATA

SCHEME = read_definition((RESOURCES / "schemes" / "standard.json").read_bytes())
SPAN = "#T_SP=webanno.custom.Span|value"
SENTENCE = "#Text=قال الوزير أمس ."
WORDS = ("1-1\t0-3\tقال", "1-2\t4-10\tالوزير", "1-3\t11-14\tأمس", "1-4\t15-16\t.")


@pytest.fixture
def tsv(tmp_path):
    """Reads a file of given lines."""

    def read(*lines, version="3.3", name="خبر.tsv", skip=False, **options):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([f"#FORMAT=WebAnno TSV {version}", *lines, ""]), "utf-8", newline="")
        assert format_of(path) is WEBANNO_TSV
        reading = Reading(WEBANNO_TSV.reading(**options), skip=skip)
        (bundle,) = WEBANNO_TSV.read(path, reading)
        return bundle if not skip else (bundle, [str(fault) for fault in reading.faults])

    return read


def rows(*cells):
    """The four words of the sentence with these cells behind them."""
    return [f"{word}\t{cell}\t" for word, cell in zip(WORDS, cells, strict=True)]


def spans(bundle):
    return [(item.quote, item.label) for item in bundle.layer.annotations]


def links(bundle):
    quotes = {item.uuid: item.quote for item in bundle.layer.annotations}
    return [(quotes[item.source], item.type, quotes[item.target]) for item in bundle.layer.relations]


def test_a_label_on_one_word_and_one_without_a_value(tsv):
    bundle = tsv(SPAN, "", "", SENTENCE, *rows("_", "actor", "*", "_"))
    assert bundle.document.text == "قال الوزير أمس ."
    assert bundle.document.name == "خبر"
    assert spans(bundle) == [("الوزير", "actor"), ("أمس", "Span")]


def test_rows_with_the_same_number_are_one_annotation_and_a_stack_is_several(tsv):
    bundle = tsv(SPAN, "", "", SENTENCE, *rows("claim[1]", "claim[1]|actor[2]", "claim[1]", "_"))
    assert spans(bundle) == [("قال الوزير أمس", "claim"), ("الوزير", "actor")]


def test_parts_of_a_word_have_rows_of_their_own(tsv):
    lines = rows("_", "_", "_", "_")
    lines.insert(2, "1-2.1\t6-10\tوزير\tactor\t")
    assert spans(tsv(SPAN, "", "", SENTENCE, *lines)) == [("وزير", "actor")]


def test_a_span_goes_over_sentences_and_part_words(tsv):
    bundle = tsv(
        SPAN, "", "", "#Text=قال الآن", "1-1\t0-3\tقال\t_\t", "1-1.1\t1-3\tال\tx[1]\t",
        "1-2\t4-8\tالآن\tx[1]\t", "", "#Text=ثم", "2-1\t9-11\tثم\tx[1]\t",
    )  # fmt: skip
    assert bundle.document.text == "قال الآن\nثم"
    assert spans(bundle) == [("ال الآن\nثم", "x")]


def test_offsets_count_utf_16_units(tsv):
    bundle = tsv(SPAN, "", "", "#Text=😀 أمس", "1-1\t0-2\t😀\t_\t", "1-2\t3-6\tأمس\tday\t")
    assert spans(bundle) == [("أمس", "day")]
    assert bundle.warnings == ()


def test_offsets_in_code_points_are_found_by_the_word_and_told(tsv):
    bundle, faults = tsv(SPAN, "", "", "#Text=😀 أمس", "1-1\t0-1\t😀\tx\t", "1-2\t2-5\tأمس\tday\t", skip=True)
    assert spans(bundle) == [("😀", "x"), ("أمس", "day")]
    assert faults == []


def test_features_beside_the_label_are_attributes(tsv):
    bundle = tsv(
        "#T_SP=webanno.custom.Span|kind|value", "", "", SENTENCE, *rows("_\t_", "min\tactor", "*\tx", "_\t_")
    )
    assert [item.attributes for item in bundle.layer.annotations] == [{"kind": "min"}, {}]


def test_escaped_characters_are_what_they_stand_for(tsv):
    bundle = tsv(SPAN, "", "", SENTENCE, *rows(r"a\[1\]\|b\_c\->d\;e\*\\", r"\_[1]|\*[2]", "_", "_"))
    assert [label for _, label in spans(bundle)] == ["a[1]|b_c->d;e*\\", "_", "*"]


def test_a_text_has_line_ends_and_tabs_escaped_or_as_lines(tsv):
    bundle = tsv(
        SPAN, "", "", r"#Text=قال\r", r"#Text=أمس\tثم\\n", "1-1\t0-3\tقال\tx\t", "1-2\t5-8\tأمس\ty\t"
    )
    assert bundle.document.text == "قال\r\nأمس\tثم\\n"
    assert spans(bundle) == [("قال", "x"), ("أمس", "y")]


@pytest.mark.parametrize("version", ["3.0", "3.1"])
def test_old_versions_write_letters_as_java_does(tsv, version):
    text = "قال 😀".encode("ascii", "backslashreplace").decode()
    assert text.startswith("\\u0642")
    lines = [f"#Text={text.replace(chr(92) + 'U0001f600', chr(92) + 'ud83d' + chr(92) + 'ude00')}"]
    bundle = tsv(SPAN, "", "", *lines, "1-1\t0-3\tقال\tx\t", "1-2\t4-6\t😀\ty\t", version=version)
    assert bundle.document.text == "قال 😀"
    assert spans(bundle) == [("قال", "x"), ("😀", "y")]


def test_sentence_ids_and_spaces_between_sentences_are_read(tsv):
    bundle = tsv(
        SPAN, "", "", "#Sentence.id=s1", "#Text=قال", "1-1\t0-3\tقال\t_\t",
        "", "#Text=أمس", "2-1\t6-9\tأمس\tx\t",
    )  # fmt: skip
    assert bundle.document.text == "قال\n  أمس"
    assert spans(bundle) == [("أمس", "x")]


def test_sentences_without_a_line_end_between_them_stay_on_one_line(tsv):
    bundle = tsv(SPAN, "", "", "#Text=قال ", "1-1\t0-3\tقال\t_\t", "", "#Text=أمس", "2-1\t4-7\tأمس\tx\t")
    assert bundle.document.text == "قال أمس"


def test_relations_lead_from_the_row_they_name_to_their_own(tsv):
    layers = (SPAN, "#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Span")
    bundle = tsv(*layers, "", "", SENTENCE, *rows("claim\t_\t_", "actor\tsaid_by\t1-1", "_\t_\t_", "_\t_\t_"))
    assert links(bundle) == [("قال", "said_by", "الوزير")]


def test_relations_of_stacked_annotations_name_both_by_number(tsv):
    layers = (SPAN, "#T_RL=webanno.custom.Rel|BT_webanno.custom.Span")
    cells = ("a[1]|b[2]\t_\t_", "_\t_\t_", "c\t*|x\t1-1[2_0]|1-1[1_0]", "_\t_\t_")
    cells = tuple(cell.replace("\t*|x", "") if "x" in cell else cell.removesuffix("\t_") for cell in cells)
    bundle = tsv(*layers, "", "", SENTENCE, *rows(*cells))
    labels = {item.uuid: item.label for item in bundle.layer.annotations}
    assert [(labels[item.source], item.type, labels[item.target]) for item in bundle.layer.relations] == [
        ("b", "Rel", "c"),
        ("a", "Rel", "c"),
    ]


def test_slots_become_relations_and_are_told(tsv):
    layers = (
        "#T_SP=webanno.custom.Role|value",
        "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.HostLink|webanno.custom.Role",
    )
    bundle = tsv(
        *layers, "", "", SENTENCE, *rows("_\tagent;when\t1-2;1-3[1]", "x\t_\t_", "y[1]\t_\t_", "y[1]\t_\t*")
    )
    assert links(bundle) == [("قال", "agent", "الوزير"), ("قال", "when", "أمس .")]
    assert (".", "Host") in spans(bundle)  # a host none of whose slots is filled
    assert bundle.warnings == ("2 slots of annotations became relations.",)


@pytest.mark.parametrize("turned", [False, True])
def test_chains_become_relations_from_link_to_link(tsv, turned):
    features = ["referenceType", "referenceRelation"]
    cells = [("pr[1]", "coref->1-1"), ("pr[1]", "*->1-2"), ("nam[1]", "*->1-3"), ("nam[1]", "*->1-3")]
    if turned:
        features, cells = features[::-1], [cell[::-1] for cell in cells]
    header = f"#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|{'|'.join(features)}"
    bundle = tsv(header, "", "", SENTENCE, *rows(*("\t".join(cell) for cell in cells)))
    assert spans(bundle) == [("قال", "pr"), ("الوزير", "pr"), ("أمس .", "nam")]
    assert links(bundle) == [("قال", "coref", "الوزير"), ("الوزير", "Coreference", "أمس .")]
    assert bundle.warnings == ("2 links of chains became relations.",)


def test_words_and_grammar_are_left_out_unless_asked_for(tsv):
    pos = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
    dependency = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
    lines = (f"#T_SP={pos}|PosValue", SPAN, f"#T_RL={dependency}|DependencyType|BT_{pos}", "", "", SENTENCE)
    lines += tuple(rows("V\t_\tROOT\t1-2", "N\tx\tSBJ\t1-1", "N\t_\t_\t_", "P\t_\t_\t_"))
    bundle = tsv(*lines)
    assert spans(bundle) == [("الوزير", "x")]
    assert bundle.warnings == ("2 relations link words and not annotations; they were left out.",)
    assert [label for _, label in spans(tsv(*lines, types="POS"))] == ["V", "N", "N", "P"]


def test_the_feature_of_the_label_can_be_chosen(tsv):
    bundle = tsv(
        "#T_SP=a.B|value|kind", "", "", SENTENCE, *rows("x\ty", "_\t_", "_\t_", "_\t_"), label="kind"
    )
    assert [(item.label, item.attributes) for item in bundle.layer.annotations] == [("y", {"value": "x"})]


def test_a_file_in_the_folders_of_a_projects_export_names_document_and_reviewer(tsv):
    bundle = tsv(SPAN, "", "", SENTENCE, *rows("_", "x", "_", "_"), name="annotation/خبر.txt/سلمى.tsv")
    assert (bundle.document.name, bundle.layer.reviewers) == ("خبر.txt", ("سلمى",))


def test_a_file_saved_with_carriage_returns_is_read(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_bytes(
        "\r\n".join(["#FORMAT=WebAnno TSV 3.2", SPAN, "", "", SENTENCE, *rows("_", "x", "_", "_")]).encode()
    )
    (bundle,) = WEBANNO_TSV.read(path, Reading(WEBANNO_TSV.reading()))
    assert spans(bundle) == [("الوزير", "x")]


def test_one_bad_row_is_told_with_its_line_and_the_others_are_read(tsv):
    lines = rows("_", "x", "y", "_")
    lines[1] = lines[1].replace("4-10", "400-410").replace("الوزير", "غائب")
    lines.insert(1, "1-1.1\t2-2\t\tz\t")
    lines.append("كلام")
    bundle, faults = tsv(SPAN, "", "", SENTENCE, *lines, skip=True)
    assert spans(bundle) == [("أمس", "y")]
    assert [fault.split(":")[0] for fault in faults] == [f"خبر.tsv, line {number}" for number in (11, 7, 8)]


def test_what_is_not_there_cannot_be_linked(tsv):
    layers = (SPAN, "#T_RL=webanno.custom.Rel|BT_webanno.custom.Span")
    bundle, faults = tsv(*layers, "", "", SENTENCE, *rows("a\t1-9", "b\t1-2", "_\t_", "_\t_"), skip=True)
    assert bundle.layer.relations == ()
    assert ["not there" in fault for fault in faults] == [True, False]
    assert "with itself" in faults[1]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["#FORMAT=CoNLL", "x"], "not the header"),
        (["#FORMAT=WebAnno TSV 2.0", "x"], "not the header"),
        (["#FORMAT=WebAnno TSV 3.3", "", ""], "no text"),
        (["#FORMAT=WebAnno TSV 3.3", "", "#Text=a", "1-1\t999999999-999999999\ta\t_"], "far behind"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path, lines, said):
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(UserError, match=said):
        list(WEBANNO_TSV.read(path, Reading(WEBANNO_TSV.reading())))


def written(text, *annotations, relations=(), **options):
    made = tuple(
        BundleAnnotation(
            uuid=str(number), start=start, end=end, label=label, quote=text[start:end], attributes=attributes
        )
        for number, (start, end, label, attributes) in enumerate(annotations, 1)
    )
    document = BundleDocument(uuid="", name="a.txt", text=text, text_sha256=hashed(text))
    layer = BundleLayer(reviewers=("",), annotations=made, relations=relations)
    writing = Writing(WEBANNO_TSV.writing(**options), SCHEME)
    ((name, data),) = WEBANNO_TSV.write([Bundle(document=document, layer=layer)], writing)
    assert name == "a.txt.tsv"
    return data.decode(), writing


def test_the_file_written_is_as_inception_writes_it():
    link = BundleRelation(uuid="1", type="said_by", source="1", target="2")
    text = "😀 قال الوزير.\nأمس"
    data, _ = written(
        text, (2, 12, "claim", {}), (8, 12, "actor", {"role": "a_b"}), (14, 17, "x", {}), relations=(link,)
    )
    assert data.split("\n") == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Sanad|label|role",
        "#T_RL=webanno.custom.SanadRelation|label|BT_webanno.custom.Sanad",
        "",
        "",
        "#Text=😀 قال الوزير.",
        "1-1\t0-2\t😀\t_\t_\t_\t_\t",
        "1-2\t3-6\tقال\tclaim[1]\t*[1]\t_\t_\t",
        "1-3\t7-13\tالوزير\tclaim[1]\t*[1]\t_\t_\t",
        "1-3.1\t9-13\tوزير\tactor\ta\\_b\tsaid\\_by\t1-2[1_0]\t",
        "1-4\t13-14\t.\t_\t_\t_\t_\t",
        "",
        "#Text=أمس",
        "2-1\t15-18\tأمس\tx\t*\t_\t_\t",
        "",
    ]


def test_a_final_line_end_is_one_more_line_of_the_last_sentence_as_inception_writes_it():
    data, _ = written("قال.\n", (0, 3, "x", {}))
    assert data.split("\n")[4:] == [
        "#Text=قال.",
        "#Text=",
        "1-1\t0-3\tقال\tx\t",
        "1-2\t3-4\t.\t_\t",
        "",
    ]
    unended, _ = written("قال.", (0, 3, "x", {}))
    assert unended == data.replace("#Text=\n", "")


def test_numbers_become_text_and_names_no_header_can_hold_become_others():
    data, writing = written("قال", (0, 3, "x", {"a|b": 2, "note": "y"}))
    assert "#T_SP=webanno.custom.Sanad|label|a_b|note_\n" in data
    assert "\tx\t2\ty\t" in data
    assert writing.loss_counts == {Loss.ATTRIBUTE_TYPES: 1, Loss.ATTRIBUTES: 2}


def test_white_space_has_a_row_where_a_span_ends_in_it():
    data, _ = written("  \tقال  أمس", (3, 7, "x", {}))
    assert [line.split("\t")[1] for line in data.split("\n") if "-" in line[:4]] == [
        "0-3",
        "3-6",
        "6-7",
        "7-8",
        "8-11",
    ]


def test_the_layer_has_the_name_a_person_chose():
    data, _ = written("قال", (0, 3, "x", {}), layer="custom.Mine")
    assert "#T_SP=custom.Mine|label\n" in data


def test_the_sample_reads_as_the_seeds_annotations():
    (path,) = (DATA / "webanno-tsv").glob("*.tsv")
    (sample,) = WEBANNO_TSV.read(path, Reading(WEBANNO_TSV.reading()))
    seed = next(format_of(SEEDS / "gold" / "000.jsonl").read(SEEDS / "gold" / "000.jsonl", None))
    assert sample.document.text == seed.document.text
    assert sample.document.name == seed.document.name
    kept = [
        {(item.start, item.end, item.label, item.note, item.entity) for item in bundle.layer.annotations}
        for bundle in (sample, seed)
    ]
    assert kept[0] == kept[1]
    assert len(sample.layer.relations) == len(seed.layer.relations)
