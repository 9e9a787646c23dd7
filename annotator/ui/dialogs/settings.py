"""The settings, made from their table. Each takes effect at once; there is nothing to confirm."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QGridLayout,
    QSpinBox,
    QWidget,
)

from annotator.settings import SETTINGS, Setting
from annotator.ui.dialogs.base import Dialog, plain, set_in
from annotator.ui.preferences import Preferences


class SettingsDialog(Dialog):
    """One row for each setting."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self._preferences = preferences
        self.fields: dict[str, ChoiceField | FontField | WholeField | DecimalField] = {}
        self.add_heading(self.tr("Settings"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(11)
        grid.setColumnStretch(1, 1)
        for row, setting in enumerate(SETTINGS):
            label = plain(_named(setting.title))
            field = _field(setting, preferences)
            field.setAccessibleName(label.text())
            field.setMinimumWidth(280)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self.fields[setting.id] = field
        self.column.addLayout(grid)
        buttons = self.add_buttons(
            QDialogButtonBox.StandardButton.RestoreDefaults, QDialogButtonBox.StandardButton.Close
        )
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._restore)
        preferences.changed.connect(self._follow)

    def _restore(self) -> None:
        for setting in SETTINGS:
            self._preferences.set(setting.id, setting.default)

    def _follow(self, setting_id: str) -> None:
        self.fields[setting_id].show_value()


def _named(source: str) -> str:
    return QCoreApplication.translate("Settings", source)


def _field(
    setting: Setting, preferences: Preferences
) -> "ChoiceField | FontField | WholeField | DecimalField":
    if setting.choices:
        return ChoiceField(setting, preferences)
    if isinstance(setting.default, str):
        return FontField(setting, preferences)
    return (WholeField if isinstance(setting.default, int) else DecimalField)(setting, preferences)


class ChoiceField(QComboBox):
    """One of a few."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__()
        self._setting, self._preferences = setting, preferences
        for value, title in setting.choices:
            self.addItem(_named(title), value)
        self.show_value()
        self.activated.connect(self._choose)

    def show_value(self) -> None:
        """Show what is set."""
        self.setCurrentIndex(self.findData(self._preferences.text(self._setting.id)))

    def _choose(self) -> None:
        self._preferences.set(self._setting.id, self.currentData())


class FontField(QFontComboBox):
    """A typeface that has Arabic letters."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__()
        from PySide6.QtGui import QFontDatabase

        self._setting, self._preferences = setting, preferences
        self.setWritingSystem(QFontDatabase.WritingSystem.Arabic)
        self.setEditable(False)
        self.show_value()
        self.currentFontChanged.connect(self._choose)

    def show_value(self) -> None:
        """Show what is set."""
        with QSignalBlocker(self):
            self.setCurrentFont(QFont(self._preferences.text(self._setting.id)))

    def _choose(self, font: QFont) -> None:
        self._preferences.set(self._setting.id, font.family())


class WholeField(QSpinBox):
    """A whole number."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__()
        set_in(self)
        self._setting, self._preferences = setting, preferences
        self.setRange(int(setting.minimum), int(setting.maximum))
        self.setSingleStep(int(setting.step))
        self.setSuffix(f" {_named(setting.unit)}" if setting.unit else "")
        self.setKeyboardTracking(False)
        self.show_value()
        self.valueChanged.connect(self._choose)

    def show_value(self) -> None:
        """Show what is set."""
        self.setValue(int(self._preferences.number(self._setting.id)))

    def _choose(self, value: int) -> None:
        self._preferences.set(self._setting.id, value)


class DecimalField(QDoubleSpinBox):
    """A number with one decimal."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__()
        set_in(self)
        self._setting, self._preferences = setting, preferences
        self.setRange(setting.minimum, setting.maximum)
        self.setSingleStep(setting.step)
        self.setDecimals(1)
        self.setSuffix(f" {_named(setting.unit)}" if setting.unit else "")
        self.setKeyboardTracking(False)
        self.show_value()
        self.valueChanged.connect(self._choose)

    def show_value(self) -> None:
        """Show what is set."""
        self.setValue(self._preferences.number(self._setting.id))

    def _choose(self, value: float) -> None:
        self._preferences.set(self._setting.id, round(value, 1))
