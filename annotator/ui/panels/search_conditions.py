"""What an attribute of the annotations looked in must be: a row of three fields for each condition."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from annotator.core.records import Attribute, Value
from annotator.core.schema import LabelSet
from annotator.store.search import Comparison, Condition
from annotator.ui import phrases
from annotator.ui.panels import values
from annotator.ui.phrases import QT_TRANSLATE_NOOP

_COMPARISONS: tuple[tuple[Comparison, str], ...] = (
    ("=", QT_TRANSLATE_NOOP("Comparisons", "is")),
    ("!=", QT_TRANSLATE_NOOP("Comparisons", "is not")),
    (">", QT_TRANSLATE_NOOP("Comparisons", "is more than")),
    (">=", QT_TRANSLATE_NOOP("Comparisons", "is at least")),
    ("<", QT_TRANSLATE_NOOP("Comparisons", "is less than")),
    ("<=", QT_TRANSLATE_NOOP("Comparisons", "is at most")),
    ("set", QT_TRANSLATE_NOOP("Comparisons", "is given")),
    ("unset", QT_TRANSLATE_NOOP("Comparisons", "is not given")),
)
_ORDERED = (">", ">=", "<", "<=")


class ConditionRow(QWidget):
    """One condition."""

    changed = Signal()
    removed = Signal(object)
    """This row: it is not wanted any more."""

    def __init__(self, label_set: LabelSet, condition: Condition | None = None) -> None:
        super().__init__()
        self._attributes = _attributes(label_set)
        self.attribute = QComboBox()
        self.attribute.setAccessibleName(self.tr("Attribute"))
        for name, attribute in self._attributes.items():
            self.attribute.addItem(attribute.title(phrases.language()), name)
        self.comparison = QComboBox()
        self.comparison.setAccessibleName(self.tr("How it compares"))
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("Value"))
        self.value.setPlaceholderText(self.tr("Value"))
        self.value.setFixedWidth(110)
        self.remove = QToolButton()
        self.remove.setObjectName("quiet")
        self.remove.setText("×")
        self.remove.setAccessibleName(self.tr("Remove the condition"))
        self.remove.setToolTip(self.remove.accessibleName())
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.attribute, self.comparison, self.value, self.remove):
            row.addWidget(widget)
        self._offer_comparisons()
        if condition is not None:
            self._show(condition)
        self.attribute.currentIndexChanged.connect(self._offer_comparisons)
        self.attribute.currentIndexChanged.connect(self.changed)
        self.comparison.currentIndexChanged.connect(self._follow)
        self.value.textEdited.connect(self.changed)
        self._show_value()

    def condition(self) -> Condition | None:
        """The condition; None as long as it has no value.

        Raises:
            UserError: the value is not what the attribute holds.
        """
        name, comparison = self.attribute.currentData(), self.comparison.currentData()
        if name is None:
            return None
        if comparison in ("set", "unset"):
            return Condition(name, comparison)
        value = self._value(self._attributes[name])
        return None if value is None else Condition(name, comparison, value)

    def _value(self, attribute: Attribute) -> Value | None:
        typed = self.value.text()
        if attribute.type == "choice":  # typed as it is kept or as it is shown
            wanted = typed.strip().casefold()
            shown = {values.meaning(choice).casefold(): choice for choice in attribute.choices}
            return shown.get(wanted, typed.strip()) or None
        return values.read(attribute, typed)

    def _offer_comparisons(self) -> None:
        """Only numbers and dates are more or less than others."""
        attribute = self._attributes.get(self.attribute.currentData() or "")
        ordered = attribute is not None and attribute.type in ("number", "date")
        before = self.comparison.currentData()
        self.comparison.blockSignals(True)  # noqa: FBT003  # Qt's own
        self.comparison.clear()
        for comparison, title in _COMPARISONS:
            if ordered or comparison not in _ORDERED:
                self.comparison.addItem(QCoreApplication.translate("Comparisons", title), comparison)
        self.comparison.setCurrentIndex(max(self.comparison.findData(before), 0))
        self.comparison.blockSignals(False)  # noqa: FBT003
        self._show_value()

    def _show(self, condition: Condition) -> None:
        self.attribute.setCurrentIndex(max(self.attribute.findData(condition.attribute), 0))
        self._offer_comparisons()
        self.comparison.setCurrentIndex(max(self.comparison.findData(condition.comparison), 0))
        self.value.setText(values.shown(condition.value))

    def _follow(self) -> None:
        self._show_value()
        self.changed.emit()

    def _show_value(self) -> None:
        self.value.setVisible(self.comparison.currentData() not in ("set", "unset"))
        if self.layout() is not None:
            self.updateGeometry()

    def _remove(self) -> None:
        self.removed.emit(self)


def _attributes(label_set: LabelSet) -> dict[str, Attribute]:
    """The attributes by name; labels may share one."""
    found: dict[str, Attribute] = {}
    for label in label_set.labels:
        for attribute in label_set.attributes_of(label.id):
            found.setdefault(attribute.name, attribute)
    return found
