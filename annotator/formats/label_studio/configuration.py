"""What shows tasks in Label Studio: the labelling configuration of a label set, as XML. Written, not read.

A person pastes it into the settings of a new project, under Labeling Interface, and then imports the tasks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from annotator.core.errors import Phrase
from annotator.core.records import AttributeType
from annotator.core.schema import LabelDefinition, SchemeDefinition
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Part, Writing
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

LABELS = "label"
"""What the control for labels is called."""

TEXT = "text"
"""What the text to be labelled is called."""


ATTRIBUTE = "attribute:"
"""With what a control's name begins where its attribute has the name of another control."""


@dataclass(frozen=True)
class ConfigurationWriting(Options):
    """What may be chosen when it is written."""

    text: str = option("text", Phrase("Key of the data that holds the text"))


def write(bundles: Iterable[Bundle], writing: Writing[ConfigurationWriting]) -> Iterator[Part]:
    """The configuration; of the bundles nothing is written."""
    for _ in bundles:
        pass
    yield Part("", configuration(writing.scheme, writing.options.text).encode())


def configuration(scheme: SchemeDefinition, text: str = "text") -> str:
    """The labelling configuration that shows what is written with a label set: XML for Label Studio."""
    lines = ["<View>", f"  <Labels name={quoteattr(LABELS)} toName={quoteattr(TEXT)}>"]
    lines += [
        f"    <Label value={quoteattr(label.name)} background={quoteattr(label.colour)}/>"
        for label in scheme.labels
        if not label.retired
    ]
    lines += ["  </Labels>", "  <Relations>"]
    lines += [f"    <Relation value={quoteattr(kind.name)}/>" for kind in scheme.relations]
    lines += ["  </Relations>", f"  <Text name={quoteattr(TEXT)} value={quoteattr('$' + text)}/>"]
    for name, labels in _controls(scheme).items():
        lines += _control(name, labels)
    return "\n".join([*lines, "</View>", ""])


def _controls(scheme: SchemeDefinition) -> dict[str, list[LabelDefinition]]:
    """Labels by the attribute they have; a name is one control, whatever its labels."""
    found: dict[str, list[LabelDefinition]] = {}
    for label in scheme.labels:
        for attribute in label.attributes:
            found.setdefault(attribute.name, []).append(label)
    return found


def _control(name: str, labels: list[LabelDefinition]) -> Iterator[str]:
    definitions = [item for label in labels for item in label.attributes if item.name == name]
    having = ",".join(label.name for label in labels)
    shared = (
        f'name={quoteattr(control_name(name))} toName={quoteattr(TEXT)} perRegion="true"'
        f" whenTagName={quoteattr(LABELS)} whenLabelValue={quoteattr(having)}"
    )
    kinds = {control_kind(item.type, item.choices) for item in definitions}
    kind = kinds.pop() if len(kinds) == 1 else "textarea"
    if kind == "choices":
        choices = dict.fromkeys(choice for item in definitions for choice in item.choices)
        yield f"  <Choices {shared}>"
        yield from (f"    <Choice value={quoteattr(choice)}/>" for choice in choices)
        yield "  </Choices>"
    else:
        yield f"  <{'Number' if kind == 'number' else 'TextArea'} {shared}/>"


def control_name(attribute: str) -> str:
    """The name of the control for an attribute; no two controls may have the same."""
    return f"{ATTRIBUTE}{attribute}" if attribute in (LABELS, TEXT) else attribute


def control_kind(kind: AttributeType, choices: tuple[str, ...]) -> str:
    """The kind of control for an attribute: ``choices``, ``number`` or ``textarea``."""
    if kind == "choice" and choices:
        return "choices"
    return "number" if kind == "number" else "textarea"


LABEL_STUDIO_CONFIGURATION = Format(
    name="label-studio-config",
    title=Phrase("Labelling configuration of Label Studio"),
    suffixes=(".xml",),
    write=write,
    writing=ConfigurationWriting,
    loses=frozenset(Loss) - {Loss.LABELS},
)
