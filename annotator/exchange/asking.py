"""What a person says on a command line about where names lead, and what is left to say."""

from collections.abc import Iterable, Iterator
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.core.schema import LabelSet
from annotator.exchange.gathering import Gathered
from annotator.exchange.mapping import LEAVE_OUT, Mapping, Target
from annotator.exchange.proposing import Missing, missing, proposed
from annotator.exchange.reading import Choices, format_for
from annotator.exchange.spelling import parted, unescaped
from annotator.exchange.survey import Survey
from annotator.exchange.valuing import Merged, merged, refuse_unfit
from annotator.formats.options import choose, options_of

_ALL = "*"
_SHOWN = 12


class Asked(Struct, frozen=True):
    """What a person said."""

    given: Mapping
    rest: Target | None = None
    """What becomes of names that lead nowhere; ``None`` if that was not said."""
    can_look: bool = True
    """Whether the command has ``--dry-run``."""

    @classmethod
    def of(cls, maps: Iterable[str], survey: Survey, remembered: Mapping, *, can_look: bool = True) -> Self:
        """From ``THEIRS=OURS``, as :func:`annotator.cli_import.import_` describes it, and a mapping file.

        Raises:
            UserError: something has no ``=``, or is about a name that no file uses.
        """
        given, rest = remembered, None
        for item in maps:
            written, *ours = parted(item, "=")
            theirs = unescaped(written)
            if not ours or not theirs:
                raise _unwritten(item)
            if theirs == _ALL:
                rest = Target.parse("=".join(ours), "?")
            else:
                given = given.updated(_one(theirs, "=".join(ours), survey, can_look=can_look))
        return cls(given, rest, can_look)

    def mapping(self, survey: Survey, label_set: LabelSet) -> Mapping:
        """A mapping of all names: as was said, else as proposed.

        Raises:
            UserError: a value was given to what cannot have it.
        """
        proposals = proposed(survey, label_set, self.given)
        found = proposals.updated(_led_to_ours(self.given, survey, proposals))
        if self.rest is not None and not self.rest.new:
            for item in self._unasked(found):
                found = found.updated(_mapping_of(item, LEAVE_OUT))
        refuse_unfit(label_set, found)
        return found

    def unled(self, survey: Survey, label_set: LabelSet, mapping: Mapping) -> list[Missing]:
        """Names nobody said anything about, and that the label set has nothing like."""
        lost = missing(survey, label_set, mapping)
        return [*lost, *(() if self.rest is not None else self._unasked(mapping))]

    def refuse_unled(self, survey: Survey, label_set: LabelSet, mapping: Mapping) -> None:
        """Make sure that every name leads somewhere.

        Raises:
            UserError: some do not; it names them.
        """
        unled = self.unled(survey, label_set, mapping)
        if not unled:
            return
        shown = "; ".join(_with_wish(item, mapping) for item in unled[:_SHOWN])
        raise UserError(
            "The label set has nothing for {count} of the names in the files: {names}{more}. Say where each"
            " leads with --map NAME=OURS, NAME=+ to make it new or NAME=- to leave it out, or make all of"
            " them new with --map '*=+'{look}. Nothing was imported.",
            count=len(unled),
            names=shown,
            more=", …" if len(unled) > _SHOWN else "",
            look=Phrase("; --dry-run shows the whole of it") if self.can_look else "",
        )

    def _unasked(self, mapping: Mapping) -> list[Missing]:
        """Names that would be made new, although nobody has said so."""
        given = self.given
        found = [
            Missing("label", name)
            for name, target in mapping.labels.items()
            if target.new and name not in given.labels
        ]
        found += [
            Missing("attribute", name, label)
            for label, targets in mapping.attributes.items()
            if not mapping.labels.get(label, LEAVE_OUT).new  # a new label has all of its attributes
            for name, target in targets.items()
            if target.new and name not in given.attributes.get(label, {})
        ]
        found += [
            Missing("relation", name)
            for name, target in mapping.relations.items()
            if target.new and name not in given.relations
        ]
        found += [
            Missing("zone", name)
            for name, target in mapping.zones.items()
            if target.new and name not in given.zones
        ]
        return found


def described(survey: Survey, mapping: Mapping, unled: Iterable[Missing]) -> Iterator[str]:
    """Every name that a survey found, how often, and where it leads, a line each."""
    lost = set(unled)
    for name in dict.fromkeys((*survey.labels, *survey.entities)):
        target = mapping.labels.get(name)
        yield _line(Missing("label", name), survey.labels[name], target, lost)
        for attribute, use in survey.attributes.get(name, {}).items():
            item = Missing("attribute", attribute, name)
            yield _line(item, use.count, mapping.attributes.get(name, {}).get(attribute), lost)
    for name, count in survey.relations.items():
        yield _line(Missing("relation", name), count, mapping.relations.get(name), lost)
    for name, count in survey.zones.items():
        yield _line(Missing("zone", name), count, mapping.zones.get(name), lost)
    for name, count in survey.reviewers.items():
        led = mapping.reviewers.get(name, name) or "who imports"
        yield f"reviewer:{name or '(not named)'} ({count}) → {led}"


def not_kept(survey: Survey, mapping: Mapping, label_set: LabelSet) -> Iterator[str]:
    """A sentence for each name of ours that several of theirs become, if nothing tells which it was."""
    return map(_not_kept, merged(survey, mapping, label_set))


def _not_kept(item: Merged) -> str:
    *names, last = item.theirs[:_SHOWN] if len(item.theirs) <= _SHOWN else (*item.theirs[:_SHOWN], "others")
    both = "both" if len(item.theirs) == 2 else "all"
    hint = "; a value keeps it: --map THEIRS=OURS:ATTRIBUTE=VALUE" if item.kind == "label" else ""
    return f"{', '.join(names)} and {last} {both} become {item.ours}; which one it was is not kept{hint}."


def _line(item: Missing, count: int, target: Target | None, lost: set[Missing]) -> str:
    led = str(target if target is not None else LEAVE_OUT)
    if item in lost:
        wish = _wish(target)
        led = f"{wish}, which the label set lacks: say with --map" if wish else "nowhere: say with --map"
    return f"{item} ({count}) → {led}"


def _with_wish(item: Missing, mapping: Mapping) -> str:
    """A name that leads nowhere, with where a person wanted it to lead, who may have misspelt that."""
    wish = _wish(_target_of(item, mapping))
    return f"{item} → {wish}" if wish else str(item)


def _wish(target: Target | None) -> str:
    """The name of ours that somebody said and the label set lacks; empty where nobody said one."""
    return "" if target is None or target.new else str(target)


def _target_of(item: Missing, mapping: Mapping) -> Target | None:
    if item.kind == "attribute":
        return mapping.attributes.get(item.label, {}).get(item.name)
    targets = {"label": mapping.labels, "relation": mapping.relations, "zone": mapping.zones}
    return targets[item.kind].get(item.name)


def known_names(label_set: LabelSet) -> Iterator[str]:
    """What names of theirs can lead to, a line for each kind of name that the label set has."""
    for title, known in (
        ("labels", label_set.label_by_name),
        ("relations", label_set.relation_type_by_name),
        ("zones", label_set.zone_kind_by_name),
    ):
        if known:
            yield f"The {title} of the label set: {', '.join(known)}."


def pairs(written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names with values, as ``NAME=VALUE``.

    Raises:
        UserError: one has no ``=``.
    """
    for item in written:
        name, equals, value = item.partition("=")
        if not equals or not name:
            raise _unwritten(item)
        yield name, value


def _unwritten(given: str) -> UserError:
    return UserError("“{given}” should be written as NAME=VALUE.", given=given)


def refuse_unknown_options(choices: Choices, files: Gathered) -> None:
    """Make sure that every option is one of a format that the files are of, and has a value it can have.

    Raises:
        UserError: one is not.
    """
    if not choices.options:
        return
    kinds = {kind.name: kind for kind in (format_for(path, choices) for path in files)}
    known = {item.name for kind in kinds.values() for item in options_of(kind.reading)}
    for name in choices.options:
        if name.replace("-", "_") not in known:
            raise UserError(
                "There is no option “{name}” of these files; there are: {known}.",
                name=name,
                known=", ".join(sorted(known)) or Phrase("none"),
            )
    for kind in kinds.values():
        own = {item.name for item in options_of(kind.reading)}
        choose(
            kind.reading,
            {name: value for name, value in choices.options.items() if name.replace("-", "_") in own},
        )


def _one(written: str, ours: str, survey: Survey, *, can_look: bool) -> Mapping:
    kind, colon, name = written.partition(":")
    if colon and kind == "reviewer" and name in survey.reviewers:
        return Mapping(reviewers={name: unescaped(ours)})
    found = None
    if colon and kind == "attribute":
        found = _of_attribute(name, ours, survey)
    elif colon and kind in ("label", "relation", "zone"):
        found = _named(kind, name, ours, survey)
    found = found or _named("", written, ours, survey)
    if found is None:
        raise _unused(written, survey, can_look=can_look)
    return found


def _of_attribute(name: str, ours: str, survey: Survey) -> Mapping | None:
    """Of ``LABEL/ATTRIBUTE``, either of which may have slashes of its own."""
    parts = name.split("/")
    for count in range(1, len(parts)):
        label, attribute = "/".join(parts[:count]), "/".join(parts[count:])
        if attribute in survey.attributes.get(label, {}):
            return Mapping(attributes={label: {attribute: _plain(ours, attribute)}})
    return None


def _named(kind: str, name: str, ours: str, survey: Survey) -> Mapping | None:
    if kind in ("", "label") and (name in survey.labels or name in survey.entities):
        return Mapping(labels={name: Target.parse(ours, name)})
    if kind in ("", "relation") and name in survey.relations:
        return Mapping(relations={name: _plain(ours, name)})
    if kind in ("", "zone") and name in survey.zones:
        return Mapping(zones={name: _plain(ours, name)})
    return None


def _plain(ours: str, theirs: str) -> Target:
    """What becomes of a name that is no label's."""
    target = Target.parse(ours, theirs)
    if target.values:
        raise UserError(
            "“{given}” gives values, which only a label can be given; write the name alone.", given=ours
        )
    return target


def _led_to_ours(given: Mapping, survey: Survey, proposals: Mapping) -> Mapping:
    """What was said to lead to names of ours, be they there or not: nothing else is to be proposed.

    Values are, for attributes that nothing was said of.
    """

    def ours(targets: dict[str, Target], used: Iterable[str]) -> dict[str, Target]:
        return {name: targets[name] for name in used if name in targets and not targets[name].new}

    def valued(theirs: str, target: Target) -> Target:
        proposal = proposals.labels[theirs]
        known = proposal.values if proposal.name == target.name else {}
        return replace(target, values=known | target.values)

    labels = ours(given.labels, {**survey.labels, **survey.entities})
    return Mapping(
        labels={theirs: valued(theirs, target) for theirs, target in labels.items()},
        attributes={
            label: ours(given.attributes.get(label, {}), used) for label, used in survey.attributes.items()
        },
        relations=ours(given.relations, survey.relations),
        zones=ours(given.zones, survey.zones),
    )


def _unused(written: str, survey: Survey, *, can_look: bool) -> UserError:
    """What to say of a name no file uses, at least not as was written."""
    for name in (written, written.partition(":")[2], written.rpartition("/")[2]):
        labels = [label for label, used in survey.attributes.items() if name in used]
        if not labels:
            continue
        return UserError(
            "“{name}” is an attribute; write it as {known}.",
            name=name,
            known=", ".join(f"attribute:{label}/{name}" for label in labels[:_SHOWN]),
        )
    return UserError(
        "No file uses the name “{name}”{look}.",
        name=written,
        look=Phrase("; --dry-run shows the names they use") if can_look else "",
    )


def _mapping_of(item: Missing, target: Target) -> Mapping:
    if item.kind == "attribute":
        return Mapping(attributes={item.label: {item.name: target}})
    if item.kind == "label":
        return Mapping(labels={item.name: target})
    return (
        Mapping(relations={item.name: target})
        if item.kind == "relation"
        else Mapping(zones={item.name: target})
    )
