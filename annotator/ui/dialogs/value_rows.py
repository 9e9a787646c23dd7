"""What a label of theirs says by itself: a quiet row for each attribute of ours it could give a value."""

from collections.abc import Collection, Iterable
from collections.abc import Mapping as Lookup

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from annotator.core.records import Attribute
from annotator.ui import phrases
from annotator.ui.dialogs.base import drop_down, plain
from annotator.ui.dialogs.label_set.fields import NoWheel


class ValueRows(QObject):
    """The rows beneath one label of theirs, in rows of a grid that are kept free for them."""

    picked = Signal()
    """When a person has chosen something else."""

    def __init__(self, theirs: str, above: QWidget, grid: QGridLayout, row: int) -> None:
        super().__init__(above)
        self.boxes: dict[str, QComboBox] = {}
        """Those that were shown, by attribute."""
        self._theirs = theirs
        self._above = above
        self._grid = grid
        self._row = row
        self._no_wheel = NoWheel()
        self._captions: dict[str, QLabel] = {}
        self._attributes: tuple[Attribute, ...] = ()
        self._given: dict[str, str] = {}
        self._filled: Collection[str] = ()

    def offer(self, attributes: Iterable[Attribute], given: Lookup[str, str]) -> None:
        """Offer the choices of these attributes, with the values given to begin with."""
        for widget in (*self.boxes.values(), *self._captions.values()):
            widget.hide()
            widget.deleteLater()
        self.boxes, self._captions = {}, {}
        self._attributes, self._given = tuple(attributes), dict(given)

    def show_what_helps(self, filled: Collection[str], *, several: bool) -> None:
        """Show the rows of attributes that have a value; of all if ``several`` labels are to be told apart.

        What the file fills by attributes of its own is not asked about.
        """
        self._filled = filled
        values = self.values()
        for position, attribute in enumerate(self._attributes):
            name = attribute.name
            helps = name not in filled and (several or name in values)
            if helps and name not in self.boxes:
                self._add(attribute, position)
            if name in self.boxes:
                self.boxes[name].setVisible(helps)
                self._captions[name].setVisible(helps)

    def values(self) -> dict[str, str]:
        """What is chosen; empty where what was given to begin with is not to be."""
        chosen = {
            name: box.currentData()
            for name, box in self.boxes.items()
            if box.currentData() or name in self._given
        }
        return {name: value for name, value in (self._given | chosen).items() if name not in self._filled}

    def _add(self, attribute: Attribute, position: int) -> None:
        title = attribute.title(phrases.language())
        nothing = self.tr("(nothing)")
        box = drop_down([("", nothing), *((item, phrases.isolated(item)) for item in attribute.choices)])
        box.setCurrentIndex(max(0, box.findData(self._given.get(attribute.name, ""))))
        said = self.tr("{attribute} of {name}")
        box.setObjectName("quiet")
        box.setAccessibleName(
            said.format(attribute=phrases.isolated(title), name=phrases.isolated(self._theirs))
        )
        box.installEventFilter(self._no_wheel)
        box.activated.connect(self._tell)
        caption = plain(phrases.directed(phrases.isolated(title)), "muted")
        caption.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        caption.setBuddy(box)
        self._grid.addWidget(caption, self._row + position, 0, 1, 3)
        self._grid.addWidget(box, self._row + position, 3)
        names = [item.name for item in self._attributes[:position]]
        above = next((self.boxes[name] for name in reversed(names) if name in self.boxes), self._above)
        QWidget.setTabOrder(above, box)
        self.boxes[attribute.name], self._captions[attribute.name] = box, caption

    def _tell(self) -> None:
        self.picked.emit()
