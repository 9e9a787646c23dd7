"""The marks of the offscreen platform."""

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        # What the offscreen platform says of itself.
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
