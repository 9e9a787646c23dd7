"""Taking over a label set from a file: what it has more, and how it describes what both have."""

from collections.abc import Iterator

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import project_edit
from annotator.core.errors import UserError
from annotator.core.label_edits.common import next_scheme
from annotator.core.records import AnyRecord, Attribute, Label, RelationType, ZoneKind
from annotator.core.schema import LabelSet, SchemeDefinition, instantiate


def adopt(context: EditContext, label_set: LabelSet, given: SchemeDefinition) -> Transaction:
    """Bring the label set up to a definition, by name.

    What it has is described as the definition says, and what it lacks is added. What the definition lacks
    stays, without its key if the definition gives that away. Choices are united; no annotation changes.

    Raises:
        UserError: an attribute is of another type there; or nothing would change.
    """
    changes = list(_changes(context, label_set, given))
    scheme = replace(next_scheme(label_set), name=given.name, proclitics=given.proclitics)
    if not changes and replace(scheme, version=label_set.scheme.version) == label_set.scheme:
        raise UserError("The project has all of this label set already.")
    return project_edit(context, "import label set", [Change(label_set.scheme, scheme), *changes], given.name)


def _changes(context: EditContext, label_set: LabelSet, given: SchemeDefinition) -> Iterator[Change]:
    """The changes, found by instantiating the definition and taking each record for the one of its name."""
    made: list[AnyRecord] = [change.record for change in instantiate(given, context.new_id)]
    labels = {item.id: item for item in made if isinstance(item, Label)}
    ids = {item.id: _label_id(label_set, item) for item in labels.values()}
    keys = {item.key.lower() for item in labels.values()} - {""}
    for label in label_set.labels:
        if label.name not in {item.name for item in labels.values()} and label.key.lower() in keys:
            yield Change(label, replace(label, key=""))
    for record in made:
        if isinstance(record, Label):
            yield from _change(label_set.label_by_name.get(record.name), record, len(label_set.labels))
        elif isinstance(record, Attribute):
            yield from _attribute(label_set, replace(record, label_id=ids[record.label_id]))
        elif isinstance(record, RelationType):
            ends = replace(
                record,
                source_label_ids=tuple(ids[row] for row in record.source_label_ids),
                target_label_ids=tuple(ids[row] for row in record.target_label_ids),
            )
            known = label_set.relation_type_by_name.get(record.name)
            yield from _change(known, ends, len(label_set.relation_types))
        elif isinstance(record, ZoneKind):
            known_kind = label_set.zone_kind_by_name.get(record.name)
            yield from _change(known_kind, record, len(label_set.zone_kinds))


def _label_id(label_set: LabelSet, made: Label) -> int:
    known = label_set.label_by_name.get(made.name)
    return made.id if known is None else known.id


def _attribute(label_set: LabelSet, made: Attribute) -> Iterator[Change]:
    siblings = label_set.attributes_of(made.label_id)
    known = next((item for item in siblings if item.name == made.name), None)
    if known is not None:
        if known.type != made.type:
            raise UserError(
                "The attribute “{name}” is of another type in the file; rename it first.", name=made.name
            )
        choices = tuple(dict.fromkeys((*made.choices, *known.choices)))
        made = replace(made, choices=choices if made.choices and known.choices else ())
    yield from _change(known, made, len(siblings))


def _change(
    known: Label | Attribute | RelationType | ZoneKind | None,
    made: Label | Attribute | RelationType | ZoneKind,
    count: int,
) -> Iterator[Change]:
    """What is known becomes what was made, in its place; what is not goes after the others."""
    if known is None:
        yield Change(None, replace(made, position=count + made.position))
    else:
        changed = replace(made, id=known.id, position=known.position)
        if changed != known:
            yield Change(known, changed)
