import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.lexicon import figure_tables
from annotator.text.figures import OPERATORS, Figure, compile_lexicon, find, parse
from annotator.text.graphemes import snap

LEXICON = compile_lexicon(figure_tables())
WORDS = """
خمسة خمس عشر عشرة عشرون وعشرين مئة مئتا ألف ألفا آلاف الآلاف مليون ملايين مليار نصف ونصف ربع ثلثي أرباع
عشرات مئات بضعة عدة واحد اثنان أحد الأربع و20 بـ30 150 2,500 2.5 ٢٥٠ 1.500 27 2014 10-15 -5 12:30 F-16 27th
نحو أكثر من لا يتجاوز يقل عن حتى بين ما إلى أو على الأقل تقريبا فأكثر دون تسجيل إصابات كل أصل و
جندي جنديان جنود سنوات عام يناير الساعة المادة الدول دولار عراقي % $ في المئة الخامس الصفر تحت
، . « » - ـ \u064f \u064e \u200f \u00a0 🙂 a
"""


PIECES = [*WORDS.split(), "\n", "\u00a0", ""]


def read(text: str) -> Figure | None:
    return parse(text, LEXICON)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find(text, LEXICON)]


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
        st.lists(st.sampled_from(PIECES)).map("".join),
    )
)
def test_whatever_is_written_is_read_without_an_error_and_says_what_a_figure_may_say(text: str) -> None:
    figure = read(text)
    if figure is not None:
        check(figure, text)


def check(figure: Figure, text: str) -> None:
    numbers = [figure.value, figure.minimum, figure.maximum]
    assert all(number is None or abs(number) < 2**63 for number in numbers)
    assert not any(isinstance(number, float) and number == int(number) for number in numbers)
    assert figure.operator in OPERATORS
    assert text[slice(*figure.number)] == figure.number_text
    assert text[slice(*figure.counted_range)] == figure.counted
    if figure.operator in ("range", "vague"):
        assert figure.value is None
        assert figure.minimum is None or figure.minimum < figure.maximum
    else:
        assert figure.value is not None


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
def test_what_is_found_stands_at_grapheme_boundaries_in_order_and_says_the_same_by_itself(text: str) -> None:
    last = 0
    for start, end, figure in find(text, LEXICON):
        assert last <= start < end <= len(text)
        assert snap(text, start, end) == (start, end)
        check(figure, text)
        again = read(text[start:end])
        assert again is not None
        assert (again.value, again.minimum, again.maximum) == (figure.value, figure.minimum, figure.maximum)
        assert (again.operator, again.unit, again.counted) == (figure.operator, figure.unit, figure.counted)
        last = end


@pytest.mark.parametrize(
    ("text", "start", "number_text", "counted"),
    [
        ("بنحو 20 شخصا", "نحو", "20", "شخصا"),
        ("لأكثر من عشرين عاما", "أكثر", "عشرين", "عاما"),
        ("و20 جريحا", "20", "20", "جريحا"),
        ("بـ 30 صاروخا", "30", "30", "صاروخا"),
        ("لعشرات السنين", "عشرات", "عشرات", "السنين"),
        ("للآلاف من الجنود", "لآلاف", "آلاف", "الجنود"),
        ("وَخمسين هجومًا", "خمسين", "خمسين", "هجومًا"),
        ("بالمحطات الأربع", "المحطات", "الأربع", "المحطات"),
        ("وجنديان أميركيان", "جنديان", "جنديان", "جنديان أميركيان"),
        ("ومن دون تسجيل إصابات", "من", "", "إصابات"),
    ],
)
def test_a_figure_begins_after_the_proclitics_written_onto_its_first_word(
    text: str, start: str, number_text: str, counted: str
) -> None:
    [(first, _, figure)] = find(text, LEXICON)
    assert text[first:].startswith(start)
    assert (figure.number_text, figure.counted) == (number_text, counted)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("قتل 20 شخصا وأصيب 45 آخرون بجروح في هجوم.", ["20 شخصا", "45 آخرون"]),
        ("يضم التحالف 30 دولة بقيادة واشنطن", ["30 دولة"]),
        ("حوالي 3500 جندي أجنبي على الأراضي بينهم 2500 أميركي لكن", ["حوالي 3500 جندي أجنبي", "2500 أميركي"]),
        ("في عام 2014 سيطر على ثلث مساحة العراق.", ["ثلث مساحة العراق"]),
        ("شارك العشرات من الموظفين الأمريكيين، بما في ذلك", ["العشرات من الموظفين الأمريكيين"]),
        ("محطات«براكة» الأربع للطاقة", ["محطات«براكة» الأربع"]),
        ("ارتفع العدد من 100 إلى 150 قتيلا", ["150 قتيلا"]),
        (
            "12 صاروخا باليستيا وأكثر من 30 طائرة مسيرة على المدينة",
            ["12 صاروخا باليستيا", "أكثر من 30 طائرة مسيرة"],
        ),
        ("عشرات\nالجنود", ["عشرات"]),
        ("أسفر عن مقتل خمسة وإصابة ثلاثة.", ["خمسة", "ثلاثة"]),
        ("حبس المتهمين الأربعة 15 يوما", ["المتهمين الأربعة", "15 يوما"]),
    ],
)
def test_figures_of_running_text_end_with_what_they_count(text: str, figures: list[str]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "الخميس 27 يناير 2024",
        "31 كانون الأول/ ديسمبر 2021",
        "بين 15 و20 يناير",
        "عدد التعليقات 0",
        "59\n67\n59",
        "27th, January 2024 GMT",
        "المادة 140 من الدستور",
        "فاز المنتخب 3-1 في المباراة",
        "منذ 2011 وحتى 2014",
        "وقال إن ثلاثة من كل خمسة أطفال يعانون",
        "مقاتلات إف 16 ومنظومة إس 400",
        "يوم الاثنين المقبل",
        "حركة طالبان",
        "1. العراق",
        "هاتف: 07701234567",
    ],
)
def test_dates_names_counters_and_shares_are_no_figures(text: str) -> None:
    assert found(text) == []


def test_what_is_understood_of_the_operator_is_told_as_it_is_written() -> None:
    assert read("لأكثر من عشرين عاما").understood == ("أكثر من",)
    assert read("عشرون شخصا على الأقل").understood == ("على الأقل",)
    assert read("150 ضربة").understood == ()


@pytest.mark.parametrize(
    "piece", ["و20 ", "خمس ", "بين عشرة و", "5-", "مليون و", "ـ", "1,", "من 10 إلى ", "لا يقل عدد "]
)
def test_no_row_of_words_takes_more_than_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        list(find(piece * (length // len(piece)), LEXICON))
        return time.process_time() - start

    seconds(4_000)
    short = min(seconds(5_000) for _ in range(3))
    # Eight times as long takes eight times, or 64 times if it were quadratic; a busy machine blurs it.
    assert min(seconds(40_000) for _ in range(2)) < 35 * max(short, 0.01)


def test_an_expression_longer_than_any_figure_is_none() -> None:
    assert read("150 ضربة " * 50) is None
