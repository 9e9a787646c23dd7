"""The application dressed as the program makes it, and afterwards as it was."""

import pytest

from annotator.ui import phrases, theme, translation
from annotator.ui.app import make_application


def pytest_collection_modifyitems(items):
    for item in items:
        # What the offscreen platform says of itself.
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture
def dressed(qapp):
    before = (qapp.font(), qapp.palette(), qapp.layoutDirection())
    yield make_application()
    translation.install(qapp, "en")
    phrases.use_digits("western")
    theme.apply(qapp, theme.LIGHT)
    qapp.setStyleSheet("")
    font, palette, direction = before
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setLayoutDirection(direction)
