"""``sanad figure``: what Sanad understands of a figure's words."""

import json

import pytest
from click.testing import CliRunner

from annotator import cli

KEYS = ["text", "understood", "value", "min", "max", "op", "unit", "counted", "number_text"]


def run(*arguments, **options):
    return CliRunner().invoke(cli.cli, ["figure", *arguments], **options)


def objects(*arguments, **options):
    return [json.loads(line) for line in run(*arguments, "--json", **options).stdout.splitlines()]


def test_each_text_is_one_object_with_the_same_keys():
    first, second, third = objects("نحو 2500 جندي أميركي", "بين 10% و15%", "F-16")
    assert [list(item) for item in (first, second, third)] == [KEYS] * 3
    assert first["value"], first["op"] == (2500, "~")
    assert (first["counted"], first["number_text"], first["unit"]) == ("جندي أميركي", "2500", None)
    assert (second["value"], second["min"], second["max"], second["unit"]) == (None, 10, 15, "%")
    assert not third["understood"]
    assert {third[key] for key in KEYS[2:]} == {None}


def test_zero_is_a_value():
    assert objects("دون إصابات")[0]["value"] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("أكثر من 150 ضربة", "more than 150 · counted ضربة"),
        ("3 ملايين دولار", "3000000 · unit USD"),
        ("بين 10 و15 قتيلا", "range 10 to 15 · counted قتيلا"),
        ("عشرات القتلى", "vague 20 to 99 · counted القتلى"),
        ("عدة أشهر", "vague, without bounds · counted أشهر"),
        ("27 يناير", "not understood as a figure"),
        ("-5 درجات", "-5 · counted درجات"),
    ],
)
def test_a_line_for_people_says_the_same_in_words(text, said):
    result = run(text)
    assert (result.exit_code, result.stdout) == (0, said + "\n")


def test_a_dash_reads_one_expression_a_line():
    result = run("-", "4 مصادر", input="26 ألف شهيد\r\n\nكوفيد-19\n")
    assert result.stdout.splitlines() == [
        "\u206826 ألف شهيد\u2069: 26000 · counted شهيد",
        "not understood as a figure",
        "\u2068كوفيد-19\u2069: not understood as a figure",
        "\u20684 مصادر\u2069: 4 · counted مصادر",
    ]


def test_of_several_texts_each_line_begins_with_its_words():
    assert run("F-16", "نحو  26 ألف شهيد").stdout.splitlines() == [
        "F-16: not understood as a figure",
        "\u2068نحو 26 ألف شهيد\u2069: about 26000 · counted شهيد",
    ]


def test_what_cannot_be_read_is_refused():
    assert run().exit_code == 2
    assert run("--foo").exit_code == 2
    result = run("-", input=b"\xc7\xe1")
    assert result.exit_code == 2
    assert "UTF-8" in result.output


def test_the_help_states_the_rules():
    said = run("--help").stdout
    for word in ("vague", "عشرات 20 to 99", "none", "null"):
        assert word in said
