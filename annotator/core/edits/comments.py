"""Comments on documents and annotations: what reviewers tell each other."""

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import project_edit
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comment, Document


def add_comment(
    context: EditContext, document: Document, annotation: Annotation | None, text: str
) -> Transaction:
    """Say something about a document, or about an annotation in it.

    Raises:
        UserError: nothing is said.
    """
    comment = Comment(
        id=context.new_id(),
        uuid=context.new_uuid(),
        document_id=document.id,
        annotation_id=None if annotation is None else annotation.id,
        reviewer_id=context.reviewer_id,
        at=context.at,
        text=_something(text),
    )
    return project_edit(context, "comment", [Change(None, comment)], comment.text)


def edit_comment(context: EditContext, comment: Comment, text: str) -> Transaction:
    """Say it in other words.

    Raises:
        UserError: nothing is said, or another reviewer wrote it.
    """
    _refuse_others(context, comment)
    changed = replace(comment, text=_something(text))
    return project_edit(context, "edit comment", [Change(comment, changed)], changed.text)


def resolve_comment(context: EditContext, comment: Comment, *, resolved: bool = True) -> Transaction:
    """Say that a comment is dealt with, or that it is open after all; anybody may."""
    name = "resolve comment" if resolved else "reopen comment"
    return project_edit(context, name, [Change(comment, replace(comment, resolved=resolved))], comment.text)


def delete_comment(context: EditContext, comment: Comment) -> Transaction:
    """Take a comment back.

    Raises:
        UserError: another reviewer wrote it.
    """
    _refuse_others(context, comment)
    return project_edit(context, "delete comment", [Change(comment, None)], comment.text)


def _something(text: str) -> str:
    text = text.strip()
    if not text:
        raise UserError("The comment is empty; write something.")
    return text


def _refuse_others(context: EditContext, comment: Comment) -> None:
    if comment.reviewer_id != context.reviewer_id:
        raise UserError("Another reviewer wrote this comment; resolve it, or answer with one of your own.")
