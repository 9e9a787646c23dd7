"""What the words of a name say: a title before it, and what kind it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.titles import Title, Titles

TITLED = {
    "رئيس الوزراء محمد شياع السوداني": ("رئيس الوزراء", "محمد شياع السوداني"),
    "رئيس أركان الجيش الفريق أول ركن عبد الأمير يار الله": ("رئيس أركان الجيش", "عبد الأمير يار الله"),
    "مستشار رئيس الوزراء للعلاقات الخارجية فرهد علاءالدين": (
        "مستشار رئيس الوزراء للعلاقات الخارجية",
        "فرهد علاءالدين",
    ),
    "نائبة المتحدثة باسم وزارة الدفاع سابرينا سينغ": ("نائبة المتحدثة باسم وزارة الدفاع", "سابرينا سينغ"),
    "وزير الخارجية العراقي فؤاد حسين": ("وزير الخارجية العراقي", "فؤاد حسين"),
    "الرئيس الأمريكي جو بايدن": ("الرئيس الأمريكي", "جو بايدن"),
    "الأمين العام للأمم المتحدة أنطونيو غوتيريش": ("الأمين العام للأمم المتحدة", "أنطونيو غوتيريش"),
    "السفيرة الأميركية في بغداد ألينا رومانوسكي": ("السفيرة الأميركية في بغداد", "ألينا رومانوسكي"),
    "وزير خارجية إيران حسين أمير عبداللهيان": ("وزير خارجية إيران", "حسين أمير عبداللهيان"),
    "رئيس حكومة إقليم كردستان مسرور بارزاني": ("رئيس حكومة إقليم كردستان", "مسرور بارزاني"),
    "محافظ نينوى نجم الجبوري": ("محافظ نينوى", "نجم الجبوري"),
    "رئيس الوزراء ووزير الدفاع بنيامين نتنياهو": ("رئيس الوزراء ووزير الدفاع", "بنيامين نتنياهو"),
    "قائد جهاز مكافحة الإرهاب الفريق الأول الركن عبد الوهاب الساعدي": (
        "قائد جهاز مكافحة الإرهاب",
        "عبد الوهاب الساعدي",
    ),
    "المتحدث باسم القائد العام للقوات المسلحة اللواء يحيى رسول": (
        "المتحدث باسم القائد العام للقوات المسلحة",
        "يحيى رسول",
    ),
    "السيد مقتدى الصدر": ("السيد", "مقتدى الصدر"),
    "رئيس المجلس أحمد السيد علي": ("رئيس المجلس", "أحمد السيد علي"),
    "رئيس اللجنة حسن اللواء": ("رئيس اللجنة", "حسن اللواء"),
    "الفريق الركن عبد الوهاب الساعدي": ("الفريق الركن", "عبد الوهاب الساعدي"),
}

UNTITLED = (
    "السوداني",
    "محمد شياع السوداني",
    "رئيس الوزراء",
    "رئيس الوزراء العراقي",
    "مسؤول أميركي كبير",
    "وزارة الخارجية العراقية",
    "المكتب الإعلامي لرئيس الوزراء محمد شياع السوداني",
    "العراق",
    "",
)

KINDS = {
    "وزارة الخارجية": "organisation",
    "القوات الأميركية": "armed forces",
    "الجيش العراقي": "armed forces",
    "قوات التحالف": "armed forces",
    "التحالف الدولي": "coalition",
    "تنظيم الدولة": "armed group",
    "داعش": "armed group",
    "رئيس الوزراء": "person",
    "المتحدث باسم البنتاغون": "person",
    "مسؤولًا كبيرًا في وزارة الدفاع": "unnamed official",
    "4 مصادر": "count of sources",
    "كبار قادة الجيش": "collective",
    "مستشاري التحالف الدولي": "collective",
    "الجانب العراقي": "delegation",
    "الحكومة العراقية": "state",
    "العراق": "state",
    "قاعدة عين الأسد": "base",
    "مدينة أربيل": "city",
    "بغداد": "city",
}


@pytest.mark.parametrize("quote", TITLED)
def test_a_title_is_told_from_the_name_after_it(titles: Titles, quote: str) -> None:
    assert titles.split(quote) == Title(*TITLED[quote])


@pytest.mark.parametrize("quote", UNTITLED)
def test_words_without_a_title_or_without_a_name_are_a_name(titles: Titles, quote: str) -> None:
    assert titles.split(quote) == Title("", quote)


@pytest.mark.parametrize("quote", KINDS)
def test_the_first_words_tell_the_kind(titles: Titles, quote: str) -> None:
    assert KINDS[quote] in titles.kinds(quote)


@pytest.mark.parametrize("quote", ["السوداني", "نحو", "", "150"])
def test_other_words_tell_no_kind(titles: Titles, quote: str) -> None:
    assert titles.kinds(quote) == ()


@pytest.mark.parametrize("quote", ["الحكومة", "رئيس الوزراء", "الجيش", "وزارة الدفاع", "المسؤولين"])
def test_words_that_name_something_in_their_article_only_are_general(titles: Titles, quote: str) -> None:
    assert titles.is_general(quote)


@pytest.mark.parametrize("quote", ["الحكومة العراقية", "داعش", "العراق", "الأمم المتحدة", "سوريا", ""])
def test_names_are_not_general(titles: Titles, quote: str) -> None:
    assert not titles.is_general(quote)


@pytest.mark.parametrize("quote", ["العراق", "بغداد", "الحكومة العراقية", "الجانب العراقي", "حكومة العراق"])
def test_a_country_its_capital_its_government_and_its_side_stand_for_one_state(
    titles: Titles, quote: str
) -> None:
    state = titles.state_of(quote)
    assert state is not None
    assert state.country == "العراق"


@pytest.mark.parametrize(
    "quote", ["العراقي", "الجيش العراقي", "الأراضي العراقية", "المقاومة الإسلامية في العراق"]
)
def test_an_adjective_alone_and_other_bodies_stand_for_no_state(titles: Titles, quote: str) -> None:
    assert titles.state_of(quote) is None


def test_the_land_of_a_state_is_the_state_as_a_place(titles: Titles) -> None:
    state = titles.land_of("الأراضي الأميركية")
    assert state is not None
    assert state.capital == "واشنطن"
    assert titles.land_of("الأراضي") is None


def test_the_adjective_of_a_state_is_taken_off_the_end(titles: Titles) -> None:
    assert titles.without_state("رئيس الوزراء العراقي") == "رئيس الوزراء"
    assert titles.without_state("العراقي") == "العراقي"
    assert titles.without_state("رئيس الوزراء") == "رئيس الوزراء"


@pytest.mark.parametrize(
    ("quote", "role", "name"),
    [
        (
            "المتحدث باسم وزارة الدفاع (البنتاغون) جون كيربي",
            "المتحدث باسم وزارة الدفاع (البنتاغون)",
            "جون كيربي",
        ),
        ("اللواء يحيى رسول الناطق باسم القائد العام للقوات المسلحة", "اللواء", "يحيى رسول"),
        ("محمد الحمادي، العضو المنتدب لشركة الإمارات", "العضو المنتدب لشركة الإمارات", "محمد الحمادي"),
        ("نظيره الأميركي لويد أوستن", "نظيره الأميركي", "لويد أوستن"),
        ("رئيس أركان الجيش الفريق أول قوات خاصة الركن عبد الأمير", "رئيس أركان الجيش", "عبد الأمير"),
        ("الرئيس حسن شيخ محمود", "الرئيس", "حسن شيخ محمود"),
        ("تركيا، والعراق", "", "تركيا، والعراق"),
        ("الرئيس (", "الرئيس", "("),
    ],
)
def test_brackets_and_later_titles_are_no_part_of_a_name(
    titles: Titles, quote: str, role: str, name: str
) -> None:
    assert titles.split(quote) == (role, name)


def test_the_leader_of_a_state_is_somebody_else_at_another_time(titles: Titles) -> None:
    for words in ("الزعيم العراقي", "رئيس الوزراء العراقي", "هؤلاء المسؤولين"):
        assert titles.is_general(words)
    assert not titles.is_general("الحكومة العراقية")


PIECES = st.sampled_from(
    [
        *(
            "رئيس",
            "الوزراء",
            "العراقي",
            "نائب",
            "الناطق باسم",
            "(البنتاغون)",
            "(",
            ")",
            "،",
            "محمد،",
            "محافظة",
        ),
        *(
            "😀",
            "\u064e",
            "ـ",
            "\u200f",
            '"',
            "هؤلاء",
            "4",
            "مصادر",
            "لواء",
            "في",
            "\r\n",
            "\u00a0",
            "ال",
            "و",
            "ة",
        ),
    ]
)


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_whatever_the_words_title_and_name_are_parts_of_them(titles: Titles, quote: str) -> None:
    title = titles.split(quote)
    plain = " ".join(quote.split())
    assert title.role in plain
    assert title.name in plain
    assert not title.role or title.name
    titles.kinds(quote)
    titles.is_general(quote)
    titles.state_of(quote)
    titles.land_of(quote)
    assert titles.without_state(quote) in plain
