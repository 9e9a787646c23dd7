"""What stands in one source of a REFI-QDA project: the selections of its text and their codings, by users."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from annotator.core.errors import UserError, Worded, placed
from annotator.core.records import LayerKind, Status
from annotator.formats.bundle import BundleLayer
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.places import Places
from annotator.formats.refi_qda.counting import Named, places_for
from annotator.formats.refi_qda.index import NOTES_ON_DOCUMENTS, Index, children, json_object, text_of
from annotator.formats.refi_qda.names import LAYER_NOTE, ORIGIN, is_guid, plain
from annotator.formats.values import clean, status_of

_SELECTIONS = ("PlainTextSelection", "TranscriptSelection")
_MAX_ENDS = 50
"""Of how many layers a link may join annotations."""
_MAX_NOTES = 64 * 1024 * 1024
"""Characters all notes of one source may have together, one counted as often as it is used."""
_OFFSET = re.compile(r"\d{1,9}")


class Layer(NamedTuple):
    """What one user said about one source."""

    draft: Draft
    reviewers: tuple[str, ...]
    kind: LayerKind = "reviewer"
    status: Status = "started"
    updated: str = ""


class Found:
    """What stands in one source, by users."""

    def __init__(self, index: Index, reading: Reading[Any], text: str, place: str) -> None:
        self._index = index
        self._reading = reading
        self._text = text
        self._place = place
        self._ours = index.origin.startswith(ORIGIN)
        self._layers: dict[str, Layer] = {}
        self._ends: dict[str, dict[str, str]] = {}
        """By the GUID of a selection or coding: its first annotation in each layer."""
        self._notes = 0
        self._number = 0

    def take(self, source: Element, *, marked: bool) -> list[Worded]:
        """Take in all there is; what to know about it, as sentences."""
        warnings = []
        self._layer_notes(source)
        selections = [*_selections(source)]
        named = [Named(start, end, item.get("name") or "") for item, start, end in selections]
        places, surprising = places_for(self._text, named, origin=self._index.origin, marked=marked)
        if surprising:
            said = Worded("its positions are counted in another way; its words tell how.")
            warnings.append(placed(self._place, said))
        uncoded = sum([self._selection(item, (start, end), places) for item, start, end in selections])
        if uncoded:
            said = Worded("left out {count} selections that have no code.", count=uncoded)
            warnings.append(placed(self._place, said))
        whole = [*children(source, "Coding")]
        for coding in whole:
            self._coding(coding, source, (0, len(self._text)), "")
        if whole:
            said = Worded("{count} codes of the whole document stand on all its text.", count=len(whole))
            warnings.append(placed(self._place, said))
        self._relations()
        return warnings

    def layers(self) -> Iterator[tuple[BundleLayer, tuple[Worded, ...]]]:
        """The layers, each with what to know about it."""
        for layer in self._layers.values():
            draft = layer.draft
            relations = draft.relations()
            yield (
                BundleLayer(
                    kind=layer.kind,
                    reviewers=layer.reviewers,
                    status=layer.status,
                    updated=layer.updated,
                    annotations=draft.annotations,
                    relations=relations,
                    zones=draft.zones,
                ),
                draft.warnings,
            )

    def _layer_notes(self, source: Element) -> None:
        """The layers that Sanad has noted down."""
        for ref in children(source, "NoteRef"):
            note = self._index.notes.get(plain(ref.get("targetGUID")))
            if note is None or note.name != LAYER_NOTE:
                self._index.left_out[NOTES_ON_DOCUMENTS] += 1
                continue
            about = json_object(note.text)
            others = about.get("others")
            names = (
                [clean(name) for name in others if isinstance(name, str)] if isinstance(others, list) else []
            )
            updated = about.get("updated")
            reviewer = self._index.users.get(note.user, "")
            adjudicated = about.get("kind") == "adjudicated"
            self._layers[self._key(note.user)] = Layer(
                self._draft(),
                (reviewer, *(name for name in dict.fromkeys(names) if adjudicated and name != reviewer)),
                "adjudicated" if adjudicated else "reviewer",
                status_of(about.get("status")),
                clean(updated) if isinstance(updated, str) else "",
            )

    def _key(self, user: str) -> str:
        """Users of one name are one person, but for an adjudicator in what Sanad wrote."""
        return user if self._ours else self._index.users.get(user, "")

    def _layer(self, user: str) -> tuple[str, Layer]:
        key = self._key(user)
        if key not in self._layers:
            self._layers[key] = Layer(self._draft(), (self._index.users.get(user, ""),))
        return key, self._layers[key]

    def _draft(self) -> Draft:
        return Draft(self._text, self._reading, place=self._place)

    def _selection(self, element: Element, offsets: tuple[int, int], places: Places) -> bool:
        """Take in a selection; whether it had no code."""
        codings = [*children(element, "Coding")]
        span = places.span(*offsets)
        if span is None:
            error = UserError(
                "{place}: there is no span {start}–{end} in a text of {length} characters.",
                place=self._place,
                start=offsets[0],
                end=offsets[1],
                length=len(self._text),
            )
            self._reading.fault(error)
            return False
        guid = plain(element.get("guid"))
        said = [text_of(element, "Description"), *self._said(element, guid)]
        for coding in codings:
            self._coding(coding, element, span, "\n\n".join(text for text in said if text))
        return not codings

    def _coding(self, coding: Element, selection: Element, span: tuple[int, int], said: str) -> None:
        guid, within = plain(coding.get("guid")), plain(selection.get("guid"))
        ref = next(children(coding, "CodeRef"), None)
        code = "" if ref is None else plain(ref.get("targetGUID"))
        label = self._index.codes.get(code) or (
            self._index.cases[code].name if code in self._index.cases else ""
        )
        if not label:
            self._reading.fault(
                UserError("{place}: a coding names a code that is not there.", place=self._place)
            )
            return
        maker = _user(coding) or _user(selection)
        owner = (_user(selection) or maker) if self._ours else maker
        key, layer = self._layer(owner)
        if code in self._index.zones:
            layer.draft.zone(*span, self._index.zones[code])
            return
        refs = [plain(item.get("targetGUID")) for item in children(coding, "NoteRef")]
        attributes = [found for found in map(self._index.attributes_of, refs) if found is not None]
        case = self._index.mentions.get(within)
        maker_name = self._index.users.get(maker, "")
        self._number += 1
        uuid = guid if is_guid(guid) else str(self._number)
        note = "\n\n".join(text for text in (said, *self._said(coding, guid)) if text)
        kept = layer.draft.annotate(
            *span,
            label,
            uuid=uuid,
            attributes={name: value for found in attributes for name, value in found.items()},
            note=note,
            entity=case.entity if case and self._index.codes.get(case.code) == label else None,
            reviewer=maker_name if maker_name != layer.reviewers[0] else "",
        )
        if kept:
            for end in (guid, within):
                self._end(end, key, uuid)

    def _end(self, guid: str, layer: str, uuid: str) -> None:
        ends = self._ends.setdefault(guid, {})
        if len(ends) < _MAX_ENDS:
            ends.setdefault(layer, uuid)

    def _said(self, element: Element, guid: str) -> list[str]:
        """What the notes on a selection or coding say."""
        refs = [plain(item.get("targetGUID")) for item in children(element, "NoteRef")]
        refs += self._index.noted.get(guid, [])
        texts = [self._index.note_text(ref) for ref in refs if self._index.attributes_of(ref) is None]
        self._notes += sum(map(len, texts)) + sum(len(item.text or "") for item in element)
        if self._notes > _MAX_NOTES:
            raise UserError("{place}: its notes are too long.", place=self._place)
        return [text for text in texts if text]

    def _relations(self) -> None:
        for origin in [guid for guid in self._ends if guid in self._index.links]:
            sources = self._ends[origin]
            for link in self._index.links.pop(origin):
                if link.target in self._index.notes:
                    continue
                targets = self._ends.get(link.target, {})
                shared = [key for key in sources if key in targets]
                for key in shared:
                    guid = link.guid if is_guid(link.guid) and len(shared) == 1 else ""
                    self._layers[key].draft.relate(sources[key], targets[key], link.name, uuid=guid)
                if not shared:
                    self._reading.fault(
                        UserError(
                            "{place}: the link “{type}” leads to nothing that its user coded in this text.",
                            place=self._place,
                            type=shown(link.name),
                        )
                    )


def _selections(source: Element) -> Iterator[tuple[Element, int, int]]:
    """The selections of text with their offsets, those that are no numbers as none can be."""
    points = {
        plain(point.get("guid")): point.get("position") or "" for point in children(source, "SyncPoint")
    }
    for element in children(source, *_SELECTIONS):
        start, end = element.get("startPosition") or "", element.get("endPosition") or ""
        if synchronised := element.get("fromSyncPoint"):
            start = points.get(plain(synchronised), "")
            end = points.get(plain(element.get("toSyncPoint")), "")
        numbers = [int(item) if _OFFSET.fullmatch(item.strip()) else -1 for item in (start, end)]
        yield element, numbers[0], numbers[1]


def _user(element: Element) -> str:
    return plain(element.get("creatingUser") or element.get("modifyingUser"))
