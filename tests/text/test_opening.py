from annotator.resources import SEEDS
from annotator.text.opening import HEAD, opening

HEADLINE = "مباحثات بين بغداد وواشنطن لرسم مستقبل قوات التحالف في العراق"


def test_the_first_line_that_reads_like_text_is_taken():
    assert (
        opening(f": آخر تحديث\n\n59\n  {HEADLINE} \nقال مسؤول إن المباحثات بدأت اليوم في واشنطن.") == HEADLINE
    )


def test_what_stands_above_the_sample_articles_is_passed_over():
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert [opening(text)[:24] for text in texts] == [
        "إنهاء مهمة التحالف الدول",
        "أيلاف من لندن: فيما تُعق",
        "مباحثات بين بغداد وواشنط",
        "العراق والولايات المتحدة",
        'مصادر: اتفاق "أمريكي ـ ع',
    ]


def test_where_all_lines_are_short_the_longest_is_taken():
    assert opening("سطر\nسطر أطول منه\n\nسطر آخر") == "سطر أطول منه"


def test_a_text_without_letters_has_none():
    assert opening("") == ""
    assert opening("59\n\n—\n2024") == ""


def test_blanks_are_joined_and_only_the_head_is_read():
    assert opening("ا\u00a0 ب\tج") == "ا ب ج"
    assert opening("\n" * HEAD + "سطر") == ""
