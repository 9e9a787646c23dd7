"""A format's options as a form: a row each, made from the dataclass that holds them."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from annotator.formats.options import Option, Options, options_of
from annotator.ui import phrases
from annotator.ui.dialogs.base import drop_down, plain, set_in

Choices = Sequence[tuple[str, str]]
"""Values of a text option that the file itself offers, such as its columns, each with its title."""


class OptionsForm(QWidget):
    """The options of one format; empty where it has none (``fields`` is empty then).

    ``values`` are those chosen before; one the format does not know is passed over. A text option that stands
    in ``offered`` is a choice among what is offered; one in ``without`` has no field.
    """

    changed = Signal()

    def __init__(
        self,
        kind: type[Options],
        values: Mapping[str, bool | int | str] | None = None,
        offered: Mapping[str, Choices] | None = None,
        without: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = {option.name: option for option in options_of(kind) if option.name not in without}
        self.fields: dict[str, QWidget] = {}
        """The field of each option, by the option's name."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for option in self._options.values():
            self._add(option, (offered or {}).get(option.name))
        self.set_value(values or {})

    def value(self) -> dict[str, bool | int | str]:
        """What is chosen, by the options' names; ``options.choose(kind, form.value())`` makes the options."""
        return {name: _value(field) for name, field in self.fields.items()}

    def set_value(self, values: Mapping[str, bool | int | str]) -> None:
        """Show what was chosen; what is not given, or cannot be chosen, as it is by default."""
        for name, field in self.fields.items():
            default = self._options[name].default
            with QSignalBlocker(field):
                _show(field, default)
                _show(field, values.get(name, default))

    def come_after(self, field: QWidget) -> None:
        """Have Tab lead from another field into these: new widgets come last where nobody says otherwise."""
        for following in self.fields.values():
            QWidget.setTabOrder(field, following)
            field = following

    def caption_width(self) -> int:
        """Pixels that the longest caption takes."""
        captions = [label for label in self.findChildren(QLabel) if label.objectName() == "caption"]
        return max((label.sizeHint().width() for label in captions), default=0)

    def offer(self, offered: Mapping[str, Choices]) -> None:
        """Offer other choices, where there were some; what was chosen stays if it is still offered."""
        for name, choices in offered.items():
            field = self.fields.get(name)
            if isinstance(field, QComboBox):
                before = field.currentData()
                with QSignalBlocker(field):
                    field.clear()
                    for value, title in choices:
                        field.addItem(title, value)
                    _show(field, before)

    # ---- inside --------------------------------------------------------------------------------

    def _add(self, option: Option, offered: Choices | None) -> None:
        title = phrases.sentence_of(option.title)
        field = self._field(option, title, offered)
        field.setAccessibleName(title)
        row = self._grid.rowCount()
        if isinstance(field, QCheckBox):
            self._grid.addWidget(field, row, 0, 1, 2)
        else:
            caption = plain(title, "caption")
            caption.setBuddy(field)
            self._grid.addWidget(caption, row, 0)
            self._grid.addWidget(field, row, 1)
        if option.help is not None and offered is None:
            explanation = plain(phrases.sentence_of(option.help), "muted")
            explanation.setWordWrap(True)
            field.setAccessibleDescription(explanation.text())
            whole = isinstance(field, QCheckBox)
            self._grid.addWidget(explanation, row + 1, 0 if whole else 1, 1, 2 if whole else 1)
        self.fields[option.name] = field

    def _field(self, option: Option, title: str, offered: Choices | None) -> QWidget:
        if option.choices is not None:
            return self._choice([(key, phrases.sentence_of(said)) for key, said in option.choices.items()])
        if isinstance(option.default, bool):
            tick = QCheckBox(title.replace("&", "&&"))
            tick.toggled.connect(self.changed)
            return tick
        if isinstance(option.default, int):
            return self._number(option)
        if offered is not None:
            return self._choice(offered)
        text = QLineEdit()
        text.textChanged.connect(self.changed)
        return text

    def _choice(self, choices: Choices) -> QComboBox:
        combo = drop_down(choices)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _number(self, option: Option) -> QSpinBox:
        spin = QSpinBox()
        set_in(spin)
        spin.setRange(option.minimum, option.maximum)
        spin.valueChanged.connect(self.changed)
        return spin


def _value(field: QWidget) -> bool | int | str:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, QComboBox):
        return str(field.currentData())
    return field.text() if isinstance(field, QLineEdit) else ""


def _show(field: QWidget, value: bool | int | str) -> None:  # noqa: FBT001  # a tick's value is a truth value
    if isinstance(field, QCheckBox):
        if isinstance(value, bool):
            field.setChecked(value)
    elif isinstance(field, QSpinBox):
        if isinstance(value, int):
            field.setValue(value)
    elif isinstance(field, QComboBox):
        row = field.findData(value)
        if row >= 0:
            field.setCurrentIndex(row)
    elif isinstance(field, QLineEdit):
        field.setText(str(value))
