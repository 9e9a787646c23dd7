"""Whatever is wrong with gold data is refused in one sentence: the file, the line, found and expected."""

import json
from copy import deepcopy
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats import json_lines
from annotator.formats.gold_reading import read

OTHER = "ffffffff-ffff-4fff-8fff-ffffffffffff"


def put(*path_and_value):
    """A change of a line: the value goes where the path leads."""
    *path, last, value = path_and_value

    def change(line):
        place = line
        for step in path:
            place = place[step]
        place[last] = value
        return line

    return change


def drop(key):
    """A change of a line: a key goes."""
    return lambda line: {name: value for name, value in line.items() if name != key}


def raw(old, new):
    """A change of a line's bytes."""
    return lambda line: json.dumps(line, ensure_ascii=False).encode().replace(old, new) + b"\n"


def instead(data):
    """Other bytes in place of the line."""
    return lambda _line: data


def link(**changes):
    """A change of a line: its one relation is changed."""
    return lambda line: line | {"relations": [line["relations"][0] | changes]}


def with_text(text):
    """A change of a line: another text with its right hash, and no annotations."""
    digest = sha256(text.encode()).hexdigest()
    return lambda line: line | {"text": text, "text_sha256": digest, "annotations": [], "relations": []}


def doubled(key):
    """A change of a line: the first of a list stands there twice."""
    return lambda line: line | {key: [line[key][0], *line[key]]}


NAME = "ع".encode()
VALUE = b'"value": 2500'

NOT_JSON = {
    "no JSON": (instead(b"{not json}\n"), "is not JSON"),
    "half a line": (raw(b', "zones"', b"\n"), "is not JSON"),
    "two objects": (instead(b"{}{}\n"), "JSON|format"),
    "a list": (instead(b"[]\n"), "got `array`"),
    "a string": (instead(b'"sanad-gold"\n'), "got `str`"),
    "too deep": (instead(b"[" * 200_000 + b"\n"), "array|JSON"),
    "deep attributes": (raw(b'{"role"', b'{"a":' * 100_000), "got `object`"),
    "not UTF-8": (raw(NAME, b"\xff"), "is not UTF-8: byte 0xff"),
    "half a surrogate pair": (raw(NAME, b"\\ud800"), "is not JSON"),
    "a surrogate in UTF-8": (raw(NAME, b"\xed\xa0\x80"), "is not UTF-8"),
    "NUL in the text": (raw(b"2500 ", b"25\\u00000 "), "NUL"),
    "NUL in a name": (raw(NAME, b"a\\u0000"), "NUL"),
    "NUL in a key": (raw(b'"role"', b'"ro\\u0000le"'), "NUL"),
    "a raw NUL": (raw(NAME, b"\0"), "is not JSON"),
    "NaN": (raw(VALUE, b'"value": NaN'), "is not JSON"),
    "Infinity": (raw(VALUE, b'"value": Infinity'), "is not JSON"),
    "a number out of range": (raw(VALUE, b'"value": 1e999'), "out of range"),
    "a huge integer": (raw(VALUE, b'"value": 9223372036854775808'), "beyond 64 bits"),
    "a huge negative integer": (raw(VALUE, b'"value": -9223372036854775808'), "beyond 64 bits"),
    "an endless integer": (raw(VALUE, b'"value": ' + b"9" * 5000), "out of range"),
}

NOT_GOLD = {
    "nothing in it": (instead(b"{}\n"), "is not gold data"),
    "another format": (put("format", "brat"), "format is “brat”, not “sanad-gold”"),
    "a newer version": (lambda line: line | {"version": 2, "extra": 1}, "version 2, .*install a newer Sanad"),
    "version nought": (put("version", 0), "only version 1"),
    "a version in words": (put("version", "one"), "the version is one"),
    "another unit": (put("offset_unit", "utf16"), "count “utf16”"),
    "an unknown key": (put("confidence", 1), "unknown field `confidence`"),
    "an unknown key below": (put("annotations", 0, "score", 0.5), "unknown field `score`.*annotations"),
    "no text": (drop("text"), "missing required field `text`"),
    "no layer": (drop("layer"), "missing required field `layer`"),
    "text of another type": (put("text", ["a"]), "Expected `str`"),
    "true as a value": (put("annotations", 0, "attributes", "role", True), "got `bool`"),
    "null as a value": (put("annotations", 0, "attributes", "role", None), "got `null`"),
    "a list as a value": (put("annotations", 0, "attributes", "role", [1]), "got `array`"),
    "half an offset": (put("annotations", 0, "start", 4.5), "Expected `int`"),
    "an unknown origin": (put("annotations", 0, "origin", "magic"), "Invalid enum value 'magic'"),
    "an unknown kind of layer": (put("layer", "kind", "gold"), "Invalid enum value 'gold'"),
}

NOT_TRUE = {
    "an empty text": (with_text(""), "text is empty"),
    "an empty name": (put("name", ""), "name is empty"),
    "another text": (put("text", "قال"), "SHA-256"),
    "no UUID": (put("id", "000"), "id “000” is not a UUID"),
    "an upper case UUID": (put("id", OTHER.upper()), "is not a UUID in lower case"),
    "two UUIDs in one": (put("id", f"{OTHER}\n{OTHER}"), "is not a UUID in lower case"),
    "a UUID whose hyphens are elsewhere": (
        put("id", OTHER.replace("-", "", 1) + "-"),
        "is not a UUID in lower case",
    ),
    "a UUID with Arabic digits": (put("id", "٠" + OTHER[1:]), "is not a UUID in lower case"),
    "a UUID with a line end": (put("id", OTHER + "\n"), "is not a UUID"),
    "an annotation without UUID": (put("annotations", 0, "id", ""), "is not a UUID"),
    "an empty span": (put("annotations", 0, "end", 4), "covers 4–4"),
    "a span turned round": (put("annotations", 0, "end", 3), "covers 4–3"),
    "a negative start": (put("annotations", 0, "start", -1), "covers -1–15"),
    "a span beyond": (put("annotations", 0, "end", 1000), "covers 4–1000, but the text has 41 characters"),
    "another quote": (
        put("annotations", 0, "quote", "وز"),
        "quotes “وز”, but the text has “وزير الدفاع” at 4–15",
    ),
    "scheme version nought": (put("annotations", 0, "scheme_version", 0), "scheme_version below 1"),
    "the same annotation twice": (doubled("annotations"), "annotation .* stands there twice"),
    "the same link twice": (doubled("relations"), "relation .* stands there twice"),
    "a link to nowhere": (link(to=OTHER), f"links annotation {OTHER}"),
    "a link from nowhere": (link(**{"from": "x"}), "links annotation x"),
    "a link to itself": (lambda line: link(to=line["relations"][0]["from"])(line), "to itself"),
    "a zone beyond the text": (put("zones", 0, "end", 999), "a zone “headline” covers 0–999"),
    "an empty zone": (put("zones", 0, "end", 0), "covers 0–0"),
    "no reviewer": (put("layer", "reviewers", []), "names 0 reviewers; it needs exactly one"),
    "two reviewers": (put("layer", "reviewers", ["a", "b"]), "needs exactly one"),
    "nobody": (put("layer", {"kind": "adjudicated", "reviewers": []}), "needs at least one"),
    "a blank reviewer": (put("layer", "reviewers", [" "]), "no name"),
    "a reviewer twice": (put("layer", {"kind": "adjudicated", "reviewers": ["a", "a"]}), "the same one"),
}

HOSTILE = NOT_JSON | NOT_GOLD | NOT_TRUE


@pytest.mark.parametrize(("change", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_line_is_refused_in_one_sentence_with_file_and_line(line, gold_file, change, said):
    good = line | {"annotations": [], "relations": []}
    path = gold_file(good, change(deepcopy(line)))
    with pytest.raises(UserError, match=said) as info:
        list(read(path))
    sentence = str(info.value)
    assert sentence.startswith("gold.jsonl, line 2")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 400


def test_an_escaped_backslash_before_u0000_is_no_nul(line, gold_file):
    line["annotations"][0]["note"] = "\\u0000"
    (bundle,) = read(gold_file(line))
    assert bundle.layer.annotations[0].note == "\\u0000"


def test_spans_may_nest_coincide_cross_and_cut_a_cluster(line, gold_file):
    text = "كِتَاب"
    spans = [(0, 6), (0, 6), (0, 3), (1, 5), (3, 6)]
    line = with_text(text)(line)
    line["annotations"] = [
        {
            "id": OTHER[:-1] + str(number),
            "start": start,
            "end": end,
            "label": "actor",
            "quote": text[start:end],
        }
        for number, (start, end) in enumerate(spans)
    ]
    (bundle,) = read(gold_file(line))
    assert [(item.start, item.end) for item in bundle.layer.annotations] == spans


def test_blank_lines_a_byte_order_mark_and_crlf_do_not_matter(line, gold_file):
    path = gold_file(b"\xef\xbb\xbf" + json.dumps(line).encode() + b"\r\n\n  \n")
    assert [bundle.place for bundle in read(path)] == ["gold.jsonl, line 1"]


def test_a_line_ends_at_lf_only(line, gold_file):
    data = json.dumps(line | {"name": "a\u2028b"}, ensure_ascii=False).encode() + b"\n"
    (bundle,) = read(gold_file(data))
    assert bundle.document.name == "a\u2028b"


def test_the_lines_before_a_bad_one_are_given_out(line, gold_file):
    bundles = read(gold_file(line, b"{\n"))
    assert next(bundles).document.name == "a.txt"
    with pytest.raises(UserError, match="line 2"):
        next(bundles)


def test_a_line_beyond_the_limit_is_refused_before_it_is_read(line, gold_file, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 3000)
    with pytest.raises(UserError, match="line 2: the line is longer"):
        list(read(gold_file(line, b" " * 5000 + b"\n")))


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_a_file_without_lines_is_refused(gold_file, content):
    with pytest.raises(UserError, match=r"gold\.jsonl holds no line"):
        list(read(gold_file(content)))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(UserError, match=r"nothing\.jsonl cannot be read: No such file"):
        list(read(tmp_path / "nothing.jsonl"))


ENTITY = b'{"id": "%s", "kind": "actor", "name": "n"}\n' % OTHER.encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "is not JSON"),
        (ENTITY.replace(OTHER.encode(), b"x"), "not a UUID"),
        (ENTITY.replace(b'"n"', b'" "'), "without a name"),
        (ENTITY.replace(b'"n"', b'"n", "more": 1'), "unknown field"),
        (ENTITY.replace(b'"n"', b'"n\\u0000"'), "NUL"),
        (ENTITY * 2, "the same entity twice"),
    ],
)
def test_a_bad_entity_is_refused_with_file_and_line(line, gold_file, data, said):
    path = gold_file(line)
    path.with_name("entities.jsonl").write_bytes(data)
    with pytest.raises(UserError, match=rf"^entities\.jsonl, line \d.*{said}"):
        list(read(path))


COMPARISON = b'{"id": "%s", "verdict": "scope", "annotations": ["%s", "%s"], "reviewer": "n"}\n' % (
    OTHER.encode(),
    OTHER.encode(),
    OTHER.replace("f", "e", 1).encode(),
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "is not JSON"),
        (COMPARISON.replace(b"scope", b"maybe"), "Invalid enum value"),
        (COMPARISON.replace(OTHER.encode(), b"x", 1), "not a UUID"),
        (COMPARISON.replace(b"efff", b"ffff"), "compared with itself"),
        (COMPARISON.replace(b'"n"', b'" "'), "names no reviewer"),
        (COMPARISON.replace(b'"n"', b'"n", "more": 1'), "unknown field"),
        (COMPARISON.replace(b'"n"', b'"n\\u0000"'), "NUL"),
        (COMPARISON * 2, "stands there twice"),
    ],
)
def test_a_bad_comparison_is_refused_with_its_file(line, gold_file, data, said):
    path = gold_file(line)
    path.with_name("comparisons.jsonl").write_bytes(data)
    with pytest.raises(UserError, match=rf"^comparisons\.jsonl.*{said}"):
        list(read(path))


@settings(deadline=None)
@given(data=st.data())
def test_no_bytes_whatever_crash_the_reader(tmp_path_factory, data):
    sound = ENTITY.replace(b'"kind"', b'"format": "sanad-gold", "version": 1, "kind"')
    at = data.draw(st.integers(0, len(sound)))
    damaged = sound[:at] + data.draw(st.binary(max_size=3)) + sound[at + data.draw(st.integers(0, 3)) :]
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_bytes(data.draw(st.binary(max_size=300) | st.just(damaged)))
    with pytest.raises(UserError, match=r"^gold\.jsonl"):
        list(read(path))
