"""The film strip of the docs: one article read and annotated in the real window, by real keys and clicks."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool  # noqa: E402
from PySide6.QtGui import QCursor, QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from annotator.core.records import Span  # noqa: E402
from annotator.settings import Settings  # noqa: E402
from annotator.ui.app import Sanad, make_application  # noqa: E402
from annotator.ui.preferences import Preferences  # noqa: E402
from annotator.ui.session import Session  # noqa: E402
from tests.replay.hand import CTRL, Hand, settle  # noqa: E402

FOLDER = ROOT / "packaging" / "screenshots" / "film"
SIZE = (1360, 850)
_AT_REST = 120  # milliseconds


class Film:
    """A window, the hand that works in it, and the frames taken so far."""

    def __init__(self, sanad: Sanad, captions: list[tuple[str, str]]) -> None:
        self.window = sanad.window
        self.workspace = sanad.workspace
        self.article = sanad.window.article
        self.hand = Hand(sanad.window)
        self._captions = captions

    def frame(self, name: str, caption: str, *, colourful: bool = False) -> None:
        """Take a picture of the window and of the dialog over it; all its colours if there are many."""
        self.rest()
        path = FOLDER / f"{len(self._captions) + 1:02}-{name}.png"
        picture = self.window.grab()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                _lay_over(picture, dialog.grab())
        image = picture.toImage()
        if not (image if colourful else _small(image)).save(str(path), "PNG", 0):
            raise OSError(f"{path} cannot be written")
        self._captions.append((path.name, caption))
        print(path.relative_to(ROOT), path.stat().st_size // 1024, "kB")

    def rest(self) -> None:
        """Let everything that waits for something else come to an end."""
        QTest.qWait(_AT_REST)
        settle()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.hand.chord(key)

    def point(self, quote: str, *, letter: int = 0) -> QPoint:
        """A point on a letter of what the article quotes, which comes into view."""
        start = self.article.text.index(quote)
        self.article.reveal(Span(start, start + len(quote)))
        settle()
        at = start + letter % len(quote)
        return self.article.rectangles(Span(at, at + 1))[0].center().toPoint()

    def click(self, quote: str) -> None:
        """Click on a word."""
        self.hand.click(self.article.viewport(), self.point(quote, letter=1))

    def drag(self, first: str, last: str = "") -> None:
        """Drag from the first letter of a quote to the last of it, or of another."""
        self.point(first)  # comes into view
        end = self.point(last or first, letter=-1)
        self.hand.drag(self.article.viewport(), self.point(first), end)

    def pick(self, quote: str, label: str) -> None:
        """Click on an annotation; again, until it is one of a label."""
        place = self.point(quote)
        for _ in range(5):
            self.hand.click(self.article.viewport(), place)
            chosen = self.workspace.annotation
            if chosen is not None and self.workspace.label_set.label_by_id[chosen.label_id].name == label:
                return
        raise LookupError(quote)

    def go_to(self, number: int) -> None:
        """Open an article of the list."""
        self.workspace.open_document(self.window.documents.model.summary(number).document.id)
        self.article.setFocus()
        self.rest()


def _small(image: QImage) -> QImage:
    """The picture in its 256 commonest colours: a window has few others, and the file is half as large."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(image.constBits()).cast("I"))
    table = [colour | 0xFF000000 for colour, _ in colours.most_common(256)]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)


def _lay_over(picture: QPixmap, dialog: QPixmap) -> None:
    """Put a dialog where the system would: in the middle."""
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), Qt.GlobalColor.transparent)
    painter.setOpacity(0.25)
    painter.fillRect(picture.rect(), Qt.GlobalColor.black)
    painter.setOpacity(1)
    painter.drawPixmap(
        (picture.width() - dialog.width()) // 2, (picture.height() - dialog.height()) // 2, dialog
    )
    painter.end()


def begin(film: Film) -> None:
    """From the welcome page to the first tag."""
    film.frame("welcome", "The first start. *Try the sample* needs nothing set up.")
    film.hand.click(film.window.welcome.sample, film.window.welcome.sample.rect().center())
    film.rest()
    film.go_to(0)
    film.pick("حجم القوة", "claim")
    film.frame(
        "sample",
        "The sample: an article that is annotated, read from right to left. A claim is selected: an arc leads"
        " to who said it, the inspector tells the rest.",
    )
    film.go_to(1)
    film.click("لندن")
    film.press("2")
    film.frame("one-key", "Another article. A click on a word and the key of a label: tagged, and on disk.")


def select(film: Film) -> None:
    """Selecting, and the entity of an actor."""
    film.press("Esc")
    film.drag("والتعاون", "الامد")
    film.frame(
        "drag",
        "A drag takes whole words and leaves out the و that is written onto the first: the ghost shows the"
        " cut, C cycles the choices. The bar offers the labels.",
    )
    film.drag("قيادة", "العراقية")
    film.press("1", "E")
    film.frame("entity", "E asks which entity is mentioned: a new one by this name, or one of the list.")
    film.press("1")


def claim(film: Film) -> None:
    """Who said it."""
    film.drag("اللجنة العسكرية المشتركة بين", "الثنائية")
    film.press("4", "R")
    film.frame(
        "source",
        "R on a claim asks who said it: the actors, nearest first; typing narrows, a number or a click takes."
        " The outlet itself and somebody not named are answers too.",
    )
    film.press("1")


def describe(film: Film) -> None:
    """A figure."""
    film.drag("2500 أميركي")
    film.press("3", "Return")
    film.hand.type("2500")
    film.press("Tab", "Tab", "Tab", "1", "Tab")
    film.hand.type("soldier(US)")
    film.frame(
        "figure",
        "A figure's form, one Enter away and made from the label set: value, bounds, operator by number,"
        " unit, what is counted. Numbers read left to right.",
    )
    film.press("Return")


def structure(film: Film) -> None:
    """Zones and finding."""
    film.press("Esc")
    film.article.reveal(Span(0, 1))
    film.drag("قراؤنا", "للإشتراك")
    film.press("Alt+3", "Esc")
    film.frame(
        "zones",
        "Alt with a number says that paragraphs are a headline, a caption, boilerplate or another article.",
    )
    film.hand.key(Qt.Key.Key_F, CTRL)
    film.hand.type("الاميركي")
    film.frame("find", "Ctrl+F finds words however they are spelt: أ and ا, ة and ه, marks and tatweel.")
    film.press("Esc")


def talk(film: Film) -> None:
    """Comments, finishing, history, the label set."""
    film.article.setFocus()
    film.pick("لندن", "location")
    film.press("M")
    film.hand.type("هل المقصود المدينة أم الحكومة؟")
    film.press("Return")
    film.frame("comments", "M writes a comment on the annotation for the other reviewers.")
    film.window.docks.toggle("comments")
    film.article.setFocus()
    film.press("Esc", "Esc")
    film.drag("الجانبين جددا التزامهما بالعمل على محاربة", "الإرهابية")
    film.press("4", "Ctrl+Return")
    film.frame(
        "finish",
        "Ctrl+Enter looks first: what seems wrong is listed and underlined; each is mended or let stand with"
        " a reason. Ctrl+Enter again marks the article done and opens the next.",
    )
    film.window.docks.toggle("finish")
    film.hand.key(Qt.Key.Key_H, CTRL)
    film.frame("history", "Ctrl+H: every step by its name, and the way back to any.")
    film.hand.key(Qt.Key.Key_H, CTRL)
    film.press("Ctrl+Shift+L")
    film.frame(
        "label-set",
        "The label set can change at any time; each change says how many annotations it changes, and can be"
        " undone.",
        colourful=True,
    )


@contextmanager
def window(application: QApplication, folder: Path, *, language: str, dark: bool) -> Iterator[Sanad]:
    """The program in folders of its own."""
    settings = Settings(folder / "settings.toml")
    settings.set("language", language)
    settings.set("theme", "dark" if dark else "light")
    sanad = Sanad(application, Preferences(settings), Session(folder / f"{language}.ini"))
    QCursor.setPos(-1, -1)  # nothing is hovered over
    sanad.window.resize(*SIZE)
    sanad.window.show()
    sanad.window.activateWindow()
    QTest.qWaitForWindowActive(sanad.window)
    try:
        yield sanad
    finally:
        sanad.window.close()
        sanad.close()
        sanad.window.deleteLater()
        QThreadPool.globalInstance().waitForDone(5000)
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw them all, and list them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    captions: list[tuple[str, str]] = []
    scenes: tuple[Callable[[Film], None], ...] = (begin, select, claim, describe, structure, talk)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HOME"] = os.environ["SANAD_SAMPLE_DIR"] = name
        for each in ("CONFIG", "STATE", "DATA", "CACHE"):
            os.environ[f"XDG_{each}_HOME"] = name
        application = make_application()
        with window(application, folder, language="en", dark=False) as sanad:
            film = Film(sanad, captions)
            for scene in scenes:
                scene(film)
        with window(application, folder, language="ar", dark=True) as sanad:
            film = Film(sanad, captions)
            sanad.window.projects.open(folder / "sample.sanad")
            film.go_to(0)
            film.pick("حجم القوة", "claim")
            film.frame("arabic-dark", "The same in Arabic and dark: the window is mirrored, the text is not.")
    lines = [f"{place}. **[{file}]({file})** {said}" for place, (file, said) in enumerate(captions, 1)]
    head = "# One article, frame by frame\n\nMade by `make film` from the real window.\n\n"
    (FOLDER / "README.md").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
