"""Text and accepted annotations in, proposals out: rules a person can read, no model, no network.

Nothing here changes anything. What is proposed is a :class:`~annotator.core.suggestions.Suggestion` (a span
that could be annotated) or a :class:`~annotator.core.suggestions.Proposal` (what an annotation could say),
each with its reasons; a person's key makes it so, through :mod:`annotator.core.edits`.
"""
