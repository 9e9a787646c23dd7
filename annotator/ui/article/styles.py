"""What the article looks like: the paper, the labels' colours, the size of type. Values only, no painting."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette

from annotator.core.records import Label, LinePattern

FAMILY = "Noto Naskh Arabic"

SOLID_SET = 1.2
"""Ems between two baselines at a line height of 1: what a line of Latin takes when nothing is added."""

_SAMPLE = "وتأتي هذه المبادرة في سياق إقليمي شديد التوتر بين العراق والولايات المتحدة الأميركية"


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """How the annotations of one label are drawn."""

    colour: str
    """``#rrggbb`` on light paper."""
    colour_dark: str
    """``#rrggbb`` on dark paper."""
    pattern: LinePattern
    title: str

    @classmethod
    def of(cls, label: Label, language: str) -> "LabelStyle":
        """The style a label's record asks for."""
        return cls(label.colour, label.colour_dark, label.pattern, label.title(language))

    def on(self, paper: "Paper") -> QColor:
        """The colour to use on a paper."""
        return QColor(self.colour_dark if paper.dark else self.colour)


UNKNOWN_LABEL = LabelStyle("#6b6b6b", "#a5a5a5", "dotted", "")


@dataclass(frozen=True, slots=True)
class Paper:
    """The colours that do not depend on labels."""

    dark: bool
    paper: QColor
    ink: QColor
    faint: QColor
    """Titles of zones."""
    shade: QColor
    """What lies in the margin beside a zone."""
    selection: QColor
    caret: QColor
    wash: float
    """Opacity of the tint under a span."""
    wash_hovered: float
    wash_selected: float
    veil: float
    """Opacity of the paper laid over a zone's text."""
    hit: QColor
    """Behind what a search has found."""
    hit_current: QColor
    hit_edge: QColor
    warning: QColor
    """Under what the lint has found."""

    @classmethod
    def of(cls, palette: QPalette) -> "Paper":
        """Dark paper for a dark window, light paper otherwise."""
        window = palette.color(QPalette.ColorRole.Window)
        return DARK if window.lightnessF() < _DARK_BELOW else LIGHT


_DARK_BELOW = 0.5

LIGHT = Paper(
    dark=False,
    paper=QColor("#fffefb"),
    ink=QColor("#1d1c1a"),
    faint=QColor("#8b867c"),
    shade=QColor("#e9e5dc"),
    selection=QColor("#c9dcfb"),
    caret=QColor("#1d4fb3"),
    wash=0.12,
    wash_hovered=0.2,
    wash_selected=0.3,
    veil=0.55,
    hit=QColor("#fbf0b4"),
    hit_current=QColor("#ffd45c"),
    hit_edge=QColor("#b98a00"),
    warning=QColor("#c2410c"),
)
DARK = Paper(
    dark=True,
    paper=QColor("#202124"),
    ink=QColor("#e9e6e0"),
    faint=QColor("#8f8c86"),
    shade=QColor("#34363a"),
    selection=QColor("#2f4f86"),
    caret=QColor("#9cc2ff"),
    wash=0.15,
    wash_hovered=0.25,
    wash_selected=0.38,
    veil=0.55,
    hit=QColor("#4a431f"),
    hit_current=QColor("#7d6312"),
    hit_edge=QColor("#f1cf63"),
    warning=QColor("#ff9a5c"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader's choice of type."""

    family: str = FAMILY
    size: float = 16.5
    """Points, before zoom."""
    line_height: float = 1.7
    """Times the solid setting (``SOLID_SET`` ems)."""
    measure: int = 68
    """Characters to a line."""

    def font(self, zoom: float = 1.0) -> QFont:
        """The font at a zoom factor."""
        font = QFont(self.family)
        font.setPointSizeF(self.size * zoom)
        return font


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels that follow from the size of type. Heights count from the baseline."""

    em: float
    line_height: float

    @classmethod
    def of(cls, font: QFont, line_height: float) -> "Metrics":
        """The lengths for a font."""
        return cls(em_of(font), line_height)

    @property
    def pitch(self) -> float:
        """From one baseline to the next."""
        return self.em * self.line_height * SOLID_SET

    @property
    def above(self) -> float:
        """From the baseline up to the top of a tint; alef with madda just fits."""
        return self.em * 0.98

    @property
    def below(self) -> float:
        """From the baseline down to the bottom of a tint, where lanes begin; final yeh just fits."""
        return self.em * 0.52

    @property
    def room(self) -> float:
        """The height there is for lanes before the next line's tints begin."""
        return max(self.pitch - self.above - self.below - 1, self.em * 0.2)


def em_of(font: QFont) -> float:
    """The em of a font in pixels, fractions included."""
    info = QFontInfo(font)
    asked = font.pointSizeF()
    got = info.pointSizeF()
    exact = asked > 0 and got > 0
    return info.pixelSize() * asked / got if exact else float(info.pixelSize())


def column_width(font: QFont, characters: int) -> float:
    """The pixels a line of running Arabic takes at so many characters."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters


def line_height_percent(font: QFont, line_height: float) -> float:
    """The proportional height Qt has to be told, since it counts from the font's own height."""
    return 100 * em_of(font) * line_height * SOLID_SET / QFontMetricsF(font).height()
