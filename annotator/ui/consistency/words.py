"""What the rules of consistency are called, and what a finding says, in the window's language."""

from PySide6.QtCore import QCoreApplication

from annotator.core.schema import LabelSet
from annotator.review.consistency import Group, Row
from annotator.ui import phrases
from annotator.ui.phrases import QT_TRANSLATE_NOOP

TITLES = {
    "labels": QT_TRANSLATE_NOOP("Consistency", "Same words, different labels"),
    "boundaries": QT_TRANSLATE_NOOP("Consistency", "Same words, other boundaries"),
    "unmarked": QT_TRANSLATE_NOOP("Consistency", "Marked elsewhere, not here"),
    "twins": QT_TRANSLATE_NOOP("Consistency", "Same sentence, annotated otherwise"),
    "no value": QT_TRANSLATE_NOOP("Consistency", "Figures without a value"),
    "no unit": QT_TRANSLATE_NOOP("Consistency", "Figures that do not say of what"),
    "no source": QT_TRANSLATE_NOOP("Consistency", "Claims without a source"),
}

_SENTENCES = {
    "labels": QT_TRANSLATE_NOOP("Consistency", "“{quote}” is {label} here and {most} mostly."),
    "boundaries": QT_TRANSLATE_NOOP("Consistency", "“{quote}” is marked as “{common}” mostly."),
    "unmarked": QT_TRANSLATE_NOOP("Consistency", "“{quote}” is marked as {most} elsewhere, and not here."),
    "twins": QT_TRANSLATE_NOOP("Consistency", "“{quote}” stands elsewhere too, annotated otherwise."),
    "no value": QT_TRANSLATE_NOOP("Consistency", "The figure “{quote}” has no value."),
    "no unit": QT_TRANSLATE_NOOP("Consistency", "It is not said what the figure “{quote}” counts."),
    "no source": QT_TRANSLATE_NOOP("Consistency", "It is not said who says “{quote}”."),
}
_QUOTED = 60
"""Characters of a quote in a sentence; the article shows the rest."""


def title_of(rule: str) -> str:
    """What a rule is called."""
    return QCoreApplication.translate("Consistency", TITLES[rule])


def sentence_of(group: Group, row: Row, quote: str, common: str, labels: LabelSet) -> str:
    """What a finding says. ``common`` is the words as most have them."""
    template = QCoreApplication.translate("Consistency", _SENTENCES[group.rule])
    return template.format(
        quote=_quoted(quote),
        common=_quoted(common),
        label=label_title(labels, row.label_id),
        most=label_title(labels, group.label_id),
    )


def label_title(labels: LabelSet, label_id: int) -> str:
    """What the screen calls a label."""
    label = labels.label_by_id.get(label_id)
    return label.title(phrases.language()) if label is not None else ""


def _quoted(text: str) -> str:
    return phrases.isolated(phrases.shortened(text, _QUOTED))
