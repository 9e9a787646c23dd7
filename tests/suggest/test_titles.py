"""What the words of a name say: a title before it, and what kind it is."""

import pytest

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
