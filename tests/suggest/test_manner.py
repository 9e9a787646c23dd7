"""How a claim is said, and whether it denies."""

import pytest

from annotator.core.records import Span
from annotator.suggest.manner import is_negated, mode_of
from annotator.text.passages import quotations
from tests.suggest.claims_accuracy import SPEECH


def span(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize(
    ("text", "claim", "mode"),
    [
        ('قال: "الأمر انتهى".', "الأمر انتهى", "direct"),
        ("قال: «الأمر انتهى».", "الأمر انتهى", "direct"),
        ("قال: “إن الأمر انتهى”.", "الأمر انتهى", "direct"),
        ("قال: »الأمر انتهى«.", "الأمر انتهى", "direct"),
        ("قال «الأمر انتهى. وهذا كل شيء».", "وهذا كل شيء", "direct"),
        ('قال إن "الأمر انتهى."', '"الأمر انتهى."', "direct"),
        ("قال إن الأمر انتهى.", "الأمر انتهى", "indirect"),
        ('قال إن الأمر "انتهى".', 'الأمر "انتهى"', "mixed"),
        ('قال إن الأمر "انتهى.', 'الأمر "انتهى', "mixed"),
        ('قال إن "الأمر انتهى.', "الأمر انتهى", "direct"),
        ('جاء في "المدى" أن الأمر انتهى.', "الأمر انتهى", "indirect"),
    ],
)
def test_the_quotes_tell_how_it_is_said(text, claim, mode):
    assert mode_of(text, span(text, claim), list(quotations(text))) == mode


def test_a_name_in_quotes_is_no_quotation():
    text = 'قال إن "المقاومة الإسلامية" توقفت.'
    claim = span(text, '"المقاومة الإسلامية" توقفت')

    assert mode_of(text, claim, list(quotations(text))) == "mixed"
    assert mode_of(text, claim, list(quotations(text)), [span(text, "المقاومة الإسلامية")]) == "indirect"


@pytest.mark.parametrize(
    "claim",
    [
        "ليست مفاوضات",
        'المحادثات "ليست مفاوضات"',
        "لن نتنازل عن شيء",
        "القوات في العراق لم تنسحب",
        "بلاده لا تريد الحرب",
    ],
)
def test_a_negation_at_the_beginning_denies(claim):
    assert is_negated(claim, Span(0, len(claim)), SPEECH)


@pytest.mark.parametrize(
    "claim",
    [
        "لا يزال الخطر قائما",
        "لا يفهمون سوى لغة القوة",
        "القوات التي لم تنسحب باقية",
        "الحرب ستستمر، ولن تتوقف قريبا",
        "الأمر انتهى",
        "لا شك في ذلك",
    ],
)
def test_a_negation_of_something_else_denies_nothing(claim):
    assert not is_negated(claim, Span(0, len(claim)), SPEECH)
