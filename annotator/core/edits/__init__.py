"""What a person means, as a :class:`Transaction`.

Each function takes the records as they are and returns the change; nothing happens until
``Project.apply`` gets it. Spans are snapped outward to grapheme clusters: no annotation cuts one.
What a person does to the label set is in :mod:`annotator.core.label_edits`.
"""

from annotator.core.edits.attributes import set_attribute_of_all, set_attributes, set_note
from annotator.core.edits.comments import add_comment, delete_comment, edit_comment, resolve_comment
from annotator.core.edits.common import attached, new_layer, settle
from annotator.core.edits.comparisons import compare, note_comparisons, uncompare
from annotator.core.edits.dismissals import dismiss, undismiss
from annotator.core.edits.documents import add_reviewer, set_direction, set_status
from annotator.core.edits.entities import (
    link_entity,
    link_new_entity,
    merge_entities,
    remove_entity,
    rename_entity,
    set_aliases,
)
from annotator.core.edits.names import NAMES
from annotator.core.edits.relations import change_relation, relate, set_sources, unrelate
from annotator.core.edits.spans import move_boundary, retag, tag, untag
from annotator.core.edits.suggestions import (
    accept_proposal,
    accept_suggestions,
    is_marked,
    is_rejected,
    reject_suggestion,
    rejected,
    remaining,
)
from annotator.core.edits.zones import mark_zone

__all__ = [
    "NAMES",
    "accept_proposal",
    "accept_suggestions",
    "add_comment",
    "add_reviewer",
    "attached",
    "change_relation",
    "compare",
    "delete_comment",
    "dismiss",
    "edit_comment",
    "is_marked",
    "is_rejected",
    "link_entity",
    "link_new_entity",
    "mark_zone",
    "merge_entities",
    "move_boundary",
    "new_layer",
    "note_comparisons",
    "reject_suggestion",
    "rejected",
    "relate",
    "remaining",
    "remove_entity",
    "rename_entity",
    "resolve_comment",
    "retag",
    "set_aliases",
    "set_attribute_of_all",
    "set_attributes",
    "set_direction",
    "set_note",
    "set_sources",
    "set_status",
    "settle",
    "tag",
    "uncompare",
    "undismiss",
    "unrelate",
    "untag",
]
