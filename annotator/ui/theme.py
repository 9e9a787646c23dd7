"""The look: two sets of colours, Qt's palette and the style sheet made from them, icons in their ink.

The chrome is quiet so that the article is the only loud thing. Colours of labels come from the label set.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from annotator.resources import RESOURCES
from annotator.ui.garbage import none_collected


@dataclass(frozen=True)
class Colours:
    """The colours of the chrome, ``#rrggbb``. Text colours keep 4.5:1 on ``desk`` and on ``paper``."""

    dark: bool
    desk: str
    """Behind the panels and bars."""
    paper: str
    """The article, and panels about it."""
    line: str
    """Borders between surfaces."""
    edge: str
    """Borders of what can be typed in or pressed."""
    ink: str
    muted: str
    accent: str
    on_accent: str
    picked: str
    """Behind the selected row."""
    hover: str
    done: str
    warning: str
    """Behind a banner."""
    on_warning: str


LIGHT = Colours(
    dark=False,
    desk="#f4f3f0",
    paper="#fffefb",
    line="#e3e0d8",
    edge="#d3cfc4",
    ink="#1d1d1f",
    muted="#67655f",
    accent="#2560bd",
    on_accent="#ffffff",
    picked="#e6ecf7",
    hover="#ebe9e3",
    done="#0b7a52",
    warning="#fbefd0",
    on_warning="#5c4203",
)
DARK = Colours(
    dark=True,
    desk="#17181b",
    paper="#202124",
    line="#33363c",
    edge="#45494f",
    ink="#e9e7e2",
    muted="#a3a099",
    accent="#7fb0ff",
    on_accent="#10151f",
    picked="#2c3442",
    hover="#282b30",
    done="#4fd1a1",
    warning="#3d3216",
    on_warning="#f4dfa6",
)


def wanted(choice: str) -> Colours:
    """The colours for a choice of the setting ``theme``."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        dark = choice == "dark"
    return DARK if dark else LIGHT


_current = LIGHT


def colours() -> Colours:
    """The colours in use."""
    return _current


def apply(application: QApplication, chosen: Colours) -> None:
    """Give the whole application these colours."""
    global _current  # noqa: PLW0603  # one application, one look
    _current = chosen
    sheet = (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
    shade = "dark" if chosen.dark else "light"
    more = {
        "arrow": (RESOURCES / "icons" / f"arrow-{shade}.svg").as_posix(),
        "arrow_up": (RESOURCES / "icons" / f"arrow-up-{shade}.svg").as_posix(),
        "tick": (RESOURCES / "icons" / f"tick-{shade}.svg").as_posix(),
        "accent_hover": mixed(chosen.ink, chosen.accent, 0.15).name(),
    }
    # Qt walks over all widgets there are and calls Python at each; one that went meanwhile, as part of a
    # cycle nobody holds any more, would crash it.
    with none_collected():
        application.setPalette(palette(chosen))
        application.setStyleSheet(Template(sheet).substitute(asdict(chosen) | more))


def palette(chosen: Colours) -> QPalette:
    """Qt's palette in these colours."""
    made = QPalette(QColor(chosen.desk))
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: chosen.desk,
        role.WindowText: chosen.ink,
        role.Base: chosen.paper,
        role.AlternateBase: chosen.desk,
        role.Text: chosen.ink,
        role.Button: chosen.paper,
        role.ButtonText: chosen.ink,
        role.ToolTipBase: chosen.paper,
        role.ToolTipText: chosen.ink,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Link: chosen.accent,
        role.Light: chosen.paper,
        role.Midlight: chosen.hover,
        role.Mid: chosen.line,
        role.Dark: chosen.edge,
        role.Accent: chosen.accent,
    }.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(chosen.muted))
    return made


def mixed(colour: str, under: str, share: float) -> QColor:
    """A colour laid over another with a given share, 0 to 1."""
    top, bottom = QColor(colour), QColor(under)
    return QColor.fromRgbF(
        top.redF() * share + bottom.redF() * (1 - share),
        top.greenF() * share + bottom.greenF() * (1 - share),
        top.blueF() * share + bottom.blueF() * (1 - share),
    )


def pitch(font: QFont) -> int:
    """Pixels from line to line that leave room for Arabic letters beside Latin ones."""
    return round(QFontMetrics(font).lineSpacing() * 1.2)


def icon(name: str, colour: str | None = None, *, mirrored: bool = False) -> QIcon:
    """A drawing of ``resources/icons`` in the ink of the theme, as in a mirror if asked for."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    faded = mixed(_current.ink, _current.paper, 0.4).name()
    for mode, ink in (
        (QIcon.Mode.Normal, colour or _current.ink),
        (QIcon.Mode.Disabled, faded),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
        for size in (16, 32, 64):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            if mirrored:
                painter.translate(size, 0)
                painter.scale(-1, 1)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            made.addPixmap(pixmap, mode)
    return made
