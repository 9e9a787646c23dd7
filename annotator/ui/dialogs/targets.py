"""Choosing what a name of theirs becomes: one of ours, a new one, or nothing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.core.records import Attribute, Label, RelationType, ZoneKind
from annotator.exchange.mapping import LEAVE_OUT, Target
from annotator.ui import phrases, theme
from annotator.ui.dialogs.label_set.fields import NoWheel
from annotator.ui.panels.chip import colour_of

Named = Label | Attribute | RelationType | ZoneKind
_CHIP = 12


class TargetBox(QComboBox):
    """What one name of theirs becomes."""

    picked = Signal(object)
    """The box itself, when a person has chosen something else."""

    def __init__(self, name: str, new: Target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        """What a new one of it would be."""
        self._targets: list[Target | None] = []
        self._no_wheel = NoWheel()
        self.installEventFilter(self._no_wheel)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.activated.connect(self._tell)

    def offer(self, ours: Iterable[Named], target: Target) -> None:
        """Offer ours, a new one, and to leave it out; choose the target."""
        self.clear()
        self._targets = []
        for item in ours:
            icon = chip(colour_of(item)) if isinstance(item, Label) else QIcon()
            self._offer(Target(item.name), phrases.isolated(item.title(phrases.language())), icon)
        if self._targets:
            self.insertSeparator(self.count())
            self._targets.append(None)
        new = target if target.new else self._new
        self._offer(new, self.tr("New: {name}").format(name=phrases.isolated(new.name)), chip(""))
        self._offer(LEAVE_OUT, self.tr("Leave out"), QIcon())
        self.choose(target)

    def choose(self, target: Target) -> None:
        """Choose a target, if it is offered."""
        for row, offered in enumerate(self._targets):
            same = offered is not None and (offered.name, offered.new) == (target.name, target.new)
            if same:
                self.setCurrentIndex(row)

    def target(self) -> Target:
        """What is chosen."""
        return self._targets[self.currentIndex()] or LEAVE_OUT

    def _offer(self, target: Target, title: str, icon: QIcon) -> None:
        self._targets.append(target)
        self.addItem(icon, title)

    def _tell(self) -> None:
        self.picked.emit(self)


class NameBox(QComboBox):
    """Whose annotations they are: a name that is known, or one that is typed."""

    def __init__(self, name: str, known: Sequence[str], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._no_wheel = NoWheel()
        self.installEventFilter(self._no_wheel)
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(known))
        self.setCurrentText(chosen)

    def name(self) -> str:
        """The name chosen or typed."""
        return self.currentText().strip()


def chip(colour: str) -> QIcon:
    """A patch of a label's colour; without one, the outline of a patch."""
    pixmap = QPixmap(_CHIP * 2, _CHIP * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    else:
        pen = QPen(QColor(theme.colours().muted), 1.2)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
    painter.drawRoundedRect(QRectF(1, 1, _CHIP - 2, _CHIP - 2), 3, 3)
    painter.end()
    return QIcon(pixmap)
