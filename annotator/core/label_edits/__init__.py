"""What a person does to the label set after annotation has started.

An edit that leaves the annotations as they are is a :class:`Transaction`; one that changes them is a
:class:`Plan`, which ``annotator.store.relabelling`` previews and carries out. Each raises the label set's
version by one.
"""

from annotator.core.label_edits.adopting import adopt
from annotator.core.label_edits.labels import (
    add_label,
    recolour_label,
    rename_label,
    reorder_labels,
    retire_label,
    retitle_label,
    set_has_entities,
    set_key,
    set_proclitics,
    unretire_label,
)
from annotator.core.label_edits.parts import (
    add_attribute,
    add_choice,
    add_relation_type,
    add_zone_kind,
    change_attribute,
    change_relation_type,
    rename_relation_type,
    rename_zone_kind,
    reorder_attributes,
    retitle_zone_kind,
)
from annotator.core.label_edits.plan import Plan, Reach
from annotator.core.label_edits.plans import (
    delete_attribute,
    delete_choice,
    delete_label,
    delete_relation_type,
    delete_zone_kind,
    merge_labels,
    rename_attribute,
    rename_choice,
    split_label,
)

__all__ = [
    "Plan",
    "Reach",
    "add_attribute",
    "add_choice",
    "add_label",
    "add_relation_type",
    "add_zone_kind",
    "adopt",
    "change_attribute",
    "change_relation_type",
    "delete_attribute",
    "delete_choice",
    "delete_label",
    "delete_relation_type",
    "delete_zone_kind",
    "merge_labels",
    "recolour_label",
    "rename_attribute",
    "rename_choice",
    "rename_label",
    "rename_relation_type",
    "rename_zone_kind",
    "reorder_attributes",
    "reorder_labels",
    "retire_label",
    "retitle_label",
    "retitle_zone_kind",
    "set_has_entities",
    "set_key",
    "set_proclitics",
    "split_label",
    "unretire_label",
]
