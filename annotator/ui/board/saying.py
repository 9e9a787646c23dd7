"""Figures, claims and what is held of them, in the window's words."""

from PySide6.QtCore import QObject

from annotator.core.conventions import OPERATOR
from annotator.core.records import Verdict
from annotator.review.board import Article, Claim, Figure, Group, Said, Speaker
from annotator.review.bounds import Hint
from annotator.ui import phrases
from annotator.ui.panels.values import in_logical_order, meaning, reading_of

SIGNS: dict[Verdict, str] = {"agreement": "=", "conflict": "!", "scope": "/"}
"""What stands for a verdict, the same as the key that gives it."""


class Words(QObject):
    """Everything the board says."""

    def value(self, figure: Figure) -> str:
        """What the numbers of a figure say."""
        return reading(figure) or "–"

    def counted(self, figure: Figure) -> str:
        """What it counts: the noun as it is written, and the unit."""
        parts = [figure.text("counted"), figure.text("unit")]
        return " · ".join(phrases.isolated(part) for part in dict.fromkeys(parts) if part) or "–"

    def quote(self, text: str) -> str:
        """Words of an article on one line, numbers in the order they are stored."""
        return phrases.isolated(in_logical_order(phrases.shortened(text, 300)))

    def speaker(self, speaker: Speaker) -> str:
        """Who said it."""
        if speaker.kind == "outlet":
            outlet = phrases.isolated(speaker.name) if speaker.name else ""
            return self.tr("the outlet, {name}").format(name=outlet) if outlet else self.tr("the outlet")
        if speaker.kind == "unnamed":
            return self.tr("not named")
        return phrases.isolated(speaker.name) if speaker.name else self.tr("no source given")

    def said_by(self, claim: Claim | None) -> str:
        """Who made a claim."""
        if claim is None:
            return "–"
        return phrases.listed(map(self.speaker, claim.speakers))

    def source(self, article: Article) -> str:
        """Where an article comes from."""
        return phrases.isolated(article.source) if article.source else "–"

    def date(self, article: Article) -> str:
        """When it was published."""
        return phrases.left_to_right(article.published) if article.published else "–"

    def group(self, group: Group) -> str:
        """What a group counts."""
        return phrases.isolated(group.title) if group.title else self.tr("Neither unit nor counted noun")

    def extent(self, group: Group) -> str:
        """How many figures, in how many articles."""
        return f"{self.figures(group.figures)} · {self.articles(group.articles)}"

    def spread(self, group: Group) -> str:
        """From which number to which."""
        if group.low is None or group.high is None:
            return ""
        low, high = self.short(group.low), self.short(group.high)
        said = low if low == high else f"{low}–{high}"
        has_words = any(character.isalpha() for character in said)
        return phrases.isolated(said) if has_words else phrases.left_to_right(said)

    def short(self, value: float) -> str:
        """A number in few letters."""
        for size, words in ((1e9, self.tr("{number} bn")), (1e6, self.tr("{number} M"))):
            if abs(value) >= size:
                return words.format(number=number(value / size))
        return number(value)

    def amount(self, said: Said) -> str:
        """How much a speaker said."""
        return f"{self.claims(said.claims)} · {self.articles(said.articles)}"

    def figures(self, count: int) -> str:
        """How many figures."""
        return phrases.counted(self.tr("%n figure(s)", "", count))

    def claims(self, count: int) -> str:
        """How many claims."""
        return phrases.counted(self.tr("%n claim(s)", "", count))

    def articles(self, count: int) -> str:
        """In how many articles."""
        return phrases.counted(self.tr("%n article(s)", "", count))

    def choice(self, value: object) -> str:
        """A choice of the label set."""
        return meaning(str(value)) if value else "–"

    def verdict(self, verdict: Verdict) -> str:
        """A verdict in words."""
        return {
            "agreement": self.tr("agreement"),
            "conflict": self.tr("conflict"),
            "scope": self.tr("different scope"),
        }[verdict]

    def hint(self, hint: Hint) -> str:
        """What the numbers suggest."""
        return {
            "agree": self.tr("By their numbers these may agree."),
            "conflict": self.tr("By their numbers these may conflict."),
            "units": self.tr("They are in different groups, so their numbers are not compared."),
            "": "",
        }[hint]


def reading(figure: Figure) -> str:
    """What the numbers of a figure say; that a number is exact goes without saying."""
    values = figure.annotation.attributes
    exact = values.get(OPERATOR) == "="
    return reading_of({name: value for name, value in values.items() if not exact or name != OPERATOR})


def number(value: float) -> str:
    """A number with separators of thousands."""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}"
