"""What the words of a figure fill in, as far as a person wants that."""

from annotator.core import edits
from annotator.core.records import Annotation, Label, Span, Value
from annotator.core.schema import LabelSet
from annotator.suggest import prefilling


class Filling:
    """Reads the words of figures for the edits of the workspace."""

    def __init__(self) -> None:
        self.reader: prefilling.Reader | None = None
        """What reads the words of figures; without one nothing is filled in."""

    def begun(self, text: str, span: Span, label: Label, labels: LabelSet) -> dict[str, Value]:
        """What an annotation of a label on a span begins with.

        Raises:
            UserError: there can be none on the span.
        """
        if self.reader is None:
            return {}
        return prefilling.filled(edits.settle(text, span).quote(text), label.id, labels, self.reader)

    def moved(self, text: str, annotation: Annotation, span: Span, labels: LabelSet) -> dict[str, Value]:
        """What an annotation says once it covers another span.

        Raises:
            UserError: it cannot cover it.
        """
        if self.reader is None:
            return annotation.attributes
        return prefilling.refilled(annotation, edits.settle(text, span).quote(text), labels, self.reader)
