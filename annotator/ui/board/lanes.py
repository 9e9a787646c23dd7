"""Where figures stand in the plot: a lane for each article, in it a line for each figure."""

from collections.abc import Sequence

from msgspec import Struct

from annotator.review.board import Article, Figure
from annotator.ui.board.scale import Scale, scale

LINE = 24
"""Pixels from one figure of an article to the next."""
GAP = 9
"""Pixels more between two articles."""


class Lane(Struct, frozen=True):
    """One article with its figures."""

    article: Article
    figures: tuple[Figure, ...]
    top: int
    """Pixels from the top of the plot."""

    @property
    def height(self) -> int:
        """Pixels it takes."""
        return LINE * len(self.figures) + GAP

    def middle(self, place: int) -> int:
        """Where the line of a figure runs, from the top of the plot."""
        return self.top + GAP // 2 + LINE * place + LINE // 2


class Lanes(Struct, frozen=True):
    """All lanes, with the scale that all share."""

    lanes: tuple[Lane, ...]
    scale: Scale
    spots: dict[int, tuple[Figure, int]]
    """By row id: the figure, and where its line runs."""

    @property
    def height(self) -> int:
        """Pixels all take."""
        return self.lanes[-1].top + self.lanes[-1].height if self.lanes else 0


def lanes(figures: Sequence[Figure]) -> Lanes:
    """The lanes of figures that hold a number, by the date of their article; undated ones come last."""
    known = [figure for figure in figures if figure.bounds is not None]
    articles: dict[int, list[Figure]] = {}
    for figure in known:
        articles.setdefault(figure.article.document_id, []).append(figure)
    made: list[Lane] = []
    top = 0
    for group in sorted(articles.values(), key=_when):
        inside = sorted(group, key=lambda item: (item.bounds.middle if item.bounds else 0.0, item.id))
        lane = Lane(group[0].article, tuple(inside), top)
        made.append(lane)
        top += lane.height
    spots = {
        figure.id: (figure, lane.middle(place)) for lane in made for place, figure in enumerate(lane.figures)
    }
    return Lanes(tuple(made), scale(_numbers(known)), spots)


def _when(figures: list[Figure]) -> tuple[bool, str, int]:
    article = figures[0].article
    return not article.published, article.published, article.position


def _numbers(figures: list[Figure]) -> list[float]:
    found: list[float] = []
    for figure in figures:
        if figure.bounds is not None:
            said = (figure.bounds.value, figure.bounds.low, figure.bounds.high)
            found += [number for number in said if number is not None and abs(number) != float("inf")]
    return found
