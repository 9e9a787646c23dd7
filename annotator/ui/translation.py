"""The window's language: translators, layout direction, and a second reading of the same names."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.resources import RESOURCES

_FOLDER = RESOURCES / "translations"
_installed: list[QTranslator] = []
_arabic: QTranslator | None = None


def wanted(choice: str) -> str:
    """The language for a choice of the setting ``language``: ``ar`` or ``en``."""
    if choice != "system":
        return choice
    return "ar" if QLocale.system().language() == QLocale.Language.Arabic else "en"


def install(application: QApplication, language: str) -> None:
    """Put the application into a language and let it read in that language's direction."""
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    _load(application, f"sanad_{language}", str(_FOLDER))
    if language == "ar":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(application, "qtbase_ar", folder)
    # Western digits in both, as the offsets have; counts follow the setting `digits`.
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    right_to_left = language == "ar"
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )


def _load(application: QApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)


def other_name(context: str, source: str) -> str:
    """A name in the language the window is not in: English in an Arabic window, Arabic in an English one."""
    if QCoreApplication.translate(context, source) != source:
        return source
    global _arabic  # noqa: PLW0603  # read once, when the palette first opens
    if _arabic is None:
        _arabic = QTranslator()
        _arabic.load("sanad_ar", str(_FOLDER))
    return _arabic.translate(context, source) or source
