"""Articles that are nearly the same are found, others are not, whatever the order."""

import random

from annotator.resources import SEEDS
from annotator.text.likeness import Likeness

WORDS = [word for path in sorted(SEEDS.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]


def groups(texts):
    likeness = Likeness()
    for name, text in texts.items():
        likeness.add(name, text)
    return likeness.groups()


def article(seed, words=300):
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def test_an_article_with_a_few_words_changed_is_alike():
    words = article(1).split()
    changed = [*words[:100], "كلمة", "أخرى", *words[102:250], "خاتمة"]
    assert groups({"a": " ".join(words), "b": " ".join(changed), "c": article(2)}) == [["a", "b"], ["c"]]


def test_spelling_marks_and_punctuation_make_no_difference():
    text = article(3)
    other = "«" + text.replace("أ", "ا").replace("ة", "ه").replace(" ", "  ،") + "ـ"
    assert groups({"a": text, "b": other}) == [["a", "b"]]


def test_articles_with_a_common_footer_are_not_alike():
    footer = " ".join(["جميع الحقوق محفوظة لوكالة الأنباء ويمنع النسخ والاقتباس دون إذن خطي من الإدارة"] * 2)
    texts = {f"{number:02}": f"{article(number)} {footer}" for number in range(30)}
    assert groups(texts) == [[name] for name in sorted(texts)]


def test_short_texts_are_alike_only_if_their_words_are_the_same():
    assert groups({"a": "قال وزير", "b": "قال  وزير!", "c": "قال", "d": "!", "e": "؟"}) == [
        ["a", "b"],
        ["c"],
        ["d"],
        ["e"],
    ]


def test_the_order_makes_no_difference():
    texts = {f"{number:02}": article(number // 3) + f" {number}" for number in range(30)}
    names = list(texts)
    found = groups(texts)
    assert found == [names[start : start + 3] for start in range(0, 30, 3)]
    random.Random(5).shuffle(names)
    assert groups({name: texts[name] for name in names}) == found


def test_a_chain_of_versions_is_one_group():
    words, texts = article(9).split(), {}
    for version in range(6):
        texts[f"{version}"] = " ".join(words)
        words = [*words[40:], *article(100 + version, 40).split()]
    assert groups(texts) == [sorted(texts)]
