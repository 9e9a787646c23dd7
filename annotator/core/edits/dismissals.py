"""Findings of lint that are let stand."""

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import layer_edit
from annotator.core.errors import UserError
from annotator.core.lint import Finding
from annotator.core.records import Dismissal, Layer


def dismiss(context: EditContext, layer: Layer, finding: Finding, reason: str) -> Transaction:
    """Let a finding stand, for a reason.

    Raises:
        UserError: no reason is given, or it is dismissed already.
    """
    reason = reason.strip()
    if not reason:
        raise UserError("Say why this may stand.")
    if finding.dismissal is not None:
        raise UserError("This has been dismissed already.")
    dismissal = Dismissal(
        id=context.new_id(),
        layer_id=layer.id,
        rule=finding.rule,
        subject=finding.subject,
        reason=reason,
        reviewer_id=context.reviewer_id,
        at=context.at,
    )
    return layer_edit(context, layer, "dismiss", [Change(None, dismissal)], f"{finding.rule}: {reason}")


def undismiss(context: EditContext, layer: Layer, dismissal: Dismissal) -> Transaction:
    """Have a finding that was let stand shown again."""
    change = Change(dismissal, None)
    return layer_edit(context, layer, "undismiss", [change], f"{dismissal.rule}: {dismissal.reason}")
