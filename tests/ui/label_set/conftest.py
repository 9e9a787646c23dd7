"""The editor of the label set, open on the sample."""

import pytest

from annotator.ui.dialogs.label_set import LabelSetDialog


@pytest.fixture
def editor(window, workspace):
    dialog = LabelSetDialog(workspace, window)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def labels(editor):
    return editor.labels
