"""The board as tables of cells, for spreadsheets. Columns are named in English, as in the gold data."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.core.conventions import (
    ATTRIBUTION,
    CUE,
    MAXIMUM,
    MINIMUM,
    MODE,
    OPERATOR,
    POLARITY,
    VALUE,
)
from annotator.core.records import Comparison, Value, Verdict
from annotator.review.board import Board, Claim, Figure, Speaker

Cell = Value | None

FIGURE_COLUMNS = (
    "group", "value", "min", "max", "op", "unit", "counted", "number_text", "quote",
    "article", "source", "published", "claim", "said_by",
    "agrees_with", "conflicts_with", "other_scope_than", "comparison_notes",
    "document", "document_id", "start", "end", "id",
)  # fmt: skip
CLAIM_COLUMNS = (
    "said_by", "speaker_kind", "claim", "mode", "polarity", "cue", "attribution",
    "article", "source", "published", "document", "document_id", "start", "end", "id",
)  # fmt: skip


def figure_table(board: Board, comparisons: Iterable[Comparison]) -> Iterator[Sequence[Cell]]:
    """The figures, group after group, under a row of column names."""
    said = pairs(comparisons)
    yield FIGURE_COLUMNS
    for group in board.groups():
        for figure in board.of_group(group.key):
            yield (*_figure(group.title, figure), *_verdicts(board, figure, said), *_where(figure))


def claim_table(board: Board) -> Iterator[Sequence[Cell]]:
    """The claims, speaker after speaker; one with two speakers stands under both."""
    yield CLAIM_COLUMNS
    for said in board.speakers():
        for claim in board.of_speaker(said.speaker.key):
            yield (*_claim(said.speaker, claim), *_where(claim))


def pairs(comparisons: Iterable[Comparison]) -> dict[int, list[Comparison]]:
    """The comparisons that each annotation is in, by its row id."""
    found: dict[int, list[Comparison]] = {}
    for item in comparisons:
        for row_id in item.pair:
            found.setdefault(row_id, []).append(item)
    return found


def other(comparison: Comparison, annotation_id: int) -> int:
    """The annotation that one is compared with."""
    return comparison.target_id if comparison.source_id == annotation_id else comparison.source_id


def _figure(title: str, figure: Figure) -> Sequence[Cell]:
    given = figure.annotation.attributes
    article, claim = figure.article, figure.claim
    return (
        title,
        *(given.get(name) for name in (VALUE, MINIMUM, MAXIMUM)),
        *(figure.text(name) for name in (OPERATOR, "unit", "counted", "number_text")),
        figure.annotation.quote,
        article.title,
        article.source,
        article.published,
        claim.annotation.quote if claim is not None else "",
        "، ".join(speaker.name or speaker.kind for speaker in claim.speakers) if claim is not None else "",
    )


def _verdicts(board: Board, figure: Figure, said: dict[int, list[Comparison]]) -> Sequence[Cell]:
    own = said.get(figure.id, [])

    def ids(verdict: Verdict) -> str:
        found = [other(item, figure.id) for item in own if item.verdict == verdict]
        return " ".join(board.figures[row].annotation.uuid for row in found if row in board.figures)

    notes = [item.note for item in own if item.note]
    return ids("agreement"), ids("conflict"), ids("scope"), " | ".join(dict.fromkeys(notes))


def _claim(speaker: Speaker, claim: Claim) -> Sequence[Cell]:
    given, article = claim.annotation.attributes, claim.article
    return (
        speaker.name,
        speaker.kind,
        claim.annotation.quote,
        *(str(given.get(name, "")) for name in (MODE, POLARITY, CUE, ATTRIBUTION)),
        article.title,
        article.source,
        article.published,
    )


def _where(item: Figure | Claim) -> Sequence[Cell]:
    article, annotation = item.article, item.annotation
    return article.name, article.uuid, annotation.start, annotation.end, annotation.uuid
