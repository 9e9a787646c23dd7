"""What the words of a figure fill in by themselves, when it is made and as long as nobody changed it."""

from collections.abc import Callable

from annotator.core.conventions import NUMBERS, OPERATOR
from annotator.core.records import Annotation, Value
from annotator.core.schema import LabelSet

Reader = Callable[[str], dict[str, Value]]
"""What the words of a figure say, by the names of its attributes; nothing where they are not understood."""


def is_figure(label_id: int, label_set: LabelSet) -> bool:
    """Whether the annotations of a label have a number and what is meant by it."""
    names = {attribute.name for attribute in label_set.attributes_of(label_id)}
    return OPERATOR in names and not names.isdisjoint(NUMBERS)


def filled(quote: str, label_id: int, label_set: LabelSet, read: Reader) -> dict[str, Value]:
    """The values a new annotation of a label on these words begins with; none if it is no figure."""
    return label_set.fitting(label_id, read(quote)) if is_figure(label_id, label_set) else {}


def refilled(annotation: Annotation, quote: str, label_set: LabelSet, read: Reader) -> dict[str, Value]:
    """The values of an annotation once it covers other words.

    What its old words gave gives way to what the new ones give. Where a person has given or changed one of
    these values all of them stay, for the values of a figure belong together; what a person has added beside
    them stays in any case.
    """
    given, label_id = annotation.attributes, annotation.label_id
    if not is_figure(label_id, label_set):
        return given
    old = filled(annotation.quote, label_id, label_set, read)
    if not old.items() <= given.items() or (given and not old):
        return given
    added = {name: value for name, value in given.items() if name not in old}
    return {**filled(quote, label_id, label_set, read), **added}
