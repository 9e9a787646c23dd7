"""What this program is."""

import platform

import PySide6
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from annotator import __version__
from annotator.ui import logs, phrases
from annotator.ui.dialogs.base import Dialog


class AboutDialog(Dialog):
    """Name, version, licence, where the log is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("About Sanad"))
        self.add_heading(self.tr("Sanad {version}").format(version=phrases.left_to_right(__version__)))
        self.add_sentence(
            self.tr(
                "Annotate right-to-left articles by hand and export gold data whose every offset is right."
            )
        )
        self.add_sentence(
            self.tr("Free software under the MIT licence. The typeface is Noto Naskh Arabic (OFL).")
        )
        versions = f"PySide6 {PySide6.__version__}, Python {platform.python_version()}"
        self.add_sentence(phrases.left_to_right(versions))
        self.add_sentence(self.tr("Log: {path}").format(path=phrases.left_to_right(str(logs.default_path()))))
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.setFixedWidth(520)
