"""The page that tells by which rules Sanad finds and proposes."""

import pytest
from PySide6.QtCore import Qt

from annotator.resources import RESOURCES
from annotator.ui.dialogs.rules import RulesDialog


def test_a_key_opens_the_rules(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(RulesDialog)
    assert dialog is not None
    assert "أكثر من" in dialog.page.toPlainText()
    assert dialog.page.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_rules_have_the_same_chapters_in_each_language(language):
    def chapters(name: str) -> int:
        return (RESOURCES / "help" / f"rules.{name}.md").read_text("utf-8").count("\n## ")

    assert chapters(language) == chapters("en") > 0
