"""The label set editor: labels and what belongs to them, changed while annotation goes on."""

from annotator.ui.dialogs.label_set.dialog import LabelSetDialog

__all__ = ["LabelSetDialog"]
