"""Documents into parts to train, tune and test on: reproducible, with labels spread evenly.

A document is in one part with all its layers, and so are articles that are nearly the same. The same
documents with the same seed give the same parts, in whatever order they come and on whatever machine.
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.formats.bundle import Bundle
from annotator.text.likeness import Likeness

Name = Literal["train", "dev", "test"]


class Splits(Struct, frozen=True, kw_only=True):
    """How large the parts are, in percent of the documents, and which of the many ways it is.

    Raises:
        UserError: the shares are not three numbers from 0 to 100 that make 100.
    """

    train: int = 80
    dev: int = 10
    test: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        if min(self.shares.values()) < 0 or sum(self.shares.values()) != 100:
            raise UserError(
                "The parts {train}/{dev}/{test} do not make 100 percent; give three numbers that do, such as"
                " 80/10/10.",
                train=self.train,
                dev=self.dev,
                test=self.test,
            )

    @property
    def shares(self) -> dict[Name, int]:
        """The parts in order, also those with nothing in them."""
        return {"train": self.train, "dev": self.dev, "test": self.test}

    @classmethod
    def written(cls, text: str, seed: int = 1) -> "Splits":
        """The parts as written on a command line: ``80/10/10``.

        Raises:
            UserError: it is not written so.
        """
        try:
            train, dev, test = map(int, text.split("/"))
        except ValueError as error:
            raise UserError(
                "“{text}” says no parts; write three numbers that make 100, such as 80/10/10.", text=text
            ) from error
        return cls(train=train, dev=dev, test=test, seed=seed)


class Splitting:
    """Gathers what is known of each document, then deals them out. Texts are not kept."""

    def __init__(self, splits: Splits) -> None:
        self._splits = splits
        self._labels: dict[str, Counter[str]] = {}
        self._likeness = Likeness()

    def take(self, bundle: Bundle) -> None:
        """Take a layer of a document as it goes out, or a document without one."""
        annotations = bundle.layer.annotations if bundle.layer else ()
        self.add(bundle.document.uuid, bundle.document.text, Counter(item.label for item in annotations))

    def add(self, uuid: str, text: str, labels: Mapping[str, int]) -> None:
        """The same, with how many annotations of each label there are."""
        if uuid in self._labels:
            self._labels[uuid].update(labels)
        else:
            self._labels[uuid] = Counter(labels)
            self._likeness.add(uuid, text)

    def parts(self) -> dict[str, Name]:
        """The part of each document, by its UUID."""
        found: dict[str, Name] = {}
        dealer = _Dealer(self._splits, sum(self._labels.values(), Counter()), len(self._labels))
        groups = sorted(self._likeness.groups(), key=self._place)
        for left, group in zip(range(len(groups), 0, -1), groups, strict=True):
            part = dealer.deal(sum((self._labels[uuid] for uuid in group), Counter()), len(group), left)
            found.update(dict.fromkeys(group, part))
        return found

    def _place(self, group: list[str]) -> tuple[int, str]:
        """Large groups come first, as long as there is room for them anywhere; then chance, by the seed."""
        return -len(group), min(_chance(self._splits.seed, uuid) for uuid in group)


class _Dealer:
    """Gives each group to the part that lacks most of what is in it; the last ones to parts with nothing.

    A part with nothing in it is a file that what trains on it refuses to load.
    """

    def __init__(self, splits: Splits, labels: Counter[str], documents: int) -> None:
        self._shares = {name: share / 100 for name, share in splits.shares.items() if share}
        self._totals = {"": documents, **{name: labels[name] for name in sorted(labels)}}
        self._dealt: dict[Name, Counter[str]] = {name: Counter() for name in self._shares}

    def deal(self, labels: Counter[str], documents: int, left: int) -> Name:
        """The part for a group with so many annotations and documents, where so many groups are left."""
        group = {"": documents, **{name: labels[name] for name in sorted(labels)}}
        empty = [name for name in self._shares if not self._dealt[name]]
        among = empty if empty and len(empty) >= left else list(self._shares)
        part = min(among, key=lambda name: self._cost(name, group))
        self._dealt[part].update(group)
        return part

    def _cost(self, part: Name, group: Mapping[str, int]) -> float:
        """How much further the parts are from their shares of everything, by squares, if it goes there."""
        share, dealt, cost = self._shares[part], self._dealt[part], 0.0
        for name, count in group.items():
            own, full = count / self._totals[name], dealt[name] / self._totals[name]
            weight = 1 if name else len(self._totals)  # as much for documents as for all labels together
            cost += weight * own * (own + 2 * (full - share)) / share
        return cost


def _chance(seed: int, uuid: str) -> str:
    """A number that looks like any other, and is the same everywhere."""
    return sha256(f"{seed}:{uuid}".encode()).hexdigest()
