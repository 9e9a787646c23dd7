"""What came of an import, in words."""

from pathlib import Path

from PySide6.QtCore import QObject

from annotator.exchange.importing import ImportReport
from annotator.exchange.mapping import Dropped
from annotator.exchange.survey import Survey
from annotator.formats.format import MAX_LISTED
from annotator.ui import phrases
from annotator.ui.writing import Imported

_NAMED = 5
"""So many people are named."""
_ARCHIVE = ".zip/"


class ImportWords(QObject):
    """Sentences about what is in files, and about what went in."""

    def found(self, survey: Survey) -> str:
        """What is in the files, before anything goes in."""
        parts = [self.tr("%n article(s)", "", survey.documents)]
        if survey.annotations:
            parts.append(self.tr("%n annotation(s)", "", survey.annotations))
        if survey.links:
            parts.append(self.tr("%n relation(s)", "", survey.links))
        if survey.predictions:
            parts.append(self.tr("%n suggestion(s) of machines", "", survey.predictions))
        sentence = self.tr("In the files: {things}.").format(things=phrases.listed(parts))
        if survey.refused:
            sentence += " " + self.tr(
                "%n file(s) cannot be read; they are listed afterwards.", "", len(survey.refused)
            )
        return phrases.counted(sentence)

    def summary(self, imported: Imported, reviewer: str) -> str:
        """What went in; whose annotations, whoever imports being the reviewer of that name."""
        report = imported.report
        parts = [self.tr("%n article(s) added.", "", report.documents)]
        if report.annotations:
            parts.append(self._annotations(imported, reviewer))
        if report.predictions:
            sentence = self.tr(
                "%n annotation(s) of machines came along as suggestions.", "", report.predictions
            )
            parts.append(sentence)
        if report.comparisons:
            parts.append(self.tr("%n comparison(s) came along.", "", report.comparisons))
        if report.incomplete:
            sentence = self.tr(
                "%n comparison(s) of annotations that are not here left out.", "", report.incomplete
            )
            parts.append(sentence)
        if report.repeated:
            parts.append(self.tr("%n article(s) were there already.", "", len(report.repeated)))
        if report.made:
            names = phrases.listed(phrases.isolated(name) for name in report.made[:_NAMED])
            more = self.tr(" and others") if len(report.made) > _NAMED else ""
            parts.append(self.tr("New in the label set: {names}{more}.").format(names=names, more=more))
        if report.changes:
            parts.append(self.tr("Undo takes all of it back."))
        return phrases.counted(" ".join(parts))

    def title(self, imported: Imported) -> str:
        """What the list below is about."""
        if not imported.report.changes:
            return self.tr("Nothing was added")
        if imported.refused:
            return self.tr("Some files were not added")
        if imported.report.fault_count or not imported.report.dropped.is_empty:
            return self.tr("Added, but for some things")
        return self.tr("Added")

    def rows(self, imported: Imported, unreadable: list[str]) -> list[tuple[str, str]]:
        """Everything that was left out or needs a look, by what it is about."""
        report = imported.report
        notes = report.notes.sentences
        unread = self.tr("No kind of file that Sanad reads.")
        rows = [
            *((_name(told.name), phrases.sentence_of(told.what)) for told in imported.refused),
            *((_name(name), unread) for name in unreadable),
            *self._joined(report),
            *self._dropped(report.dropped),
            *((_name(fault.path), phrases.sentence_of(fault.error)) for fault in report.faults),
            *self._more(self.tr("Files"), report.fault_count - len(report.faults)),
            *self._kept(report),
            *((self.tr("Note"), phrases.sentence_of(sentence)) for sentence in notes),
            *self._more(self.tr("Note"), report.notes.count - len(notes)),
        ]
        return rows + self._there(report) if rows or report.changes else rows

    # ---- inside --------------------------------------------------------------------------------

    def _annotations(self, imported: Imported, reviewer: str) -> str:
        counted = self.tr("%n annotation(s) came along", "", imported.report.annotations)
        people = imported.report.people.most_common()
        names = [phrases.isolated(name or reviewer) for name, _count in people[:_NAMED]]
        names = list(dict.fromkeys(names))
        if len(people) > _NAMED:
            names.append(self.tr("%n other(s)", "", len(people) - _NAMED))
        if not names:
            return f"{counted}."
        return self.tr("{annotations}, by {people}.").format(
            annotations=counted, people=phrases.listed(names)
        )

    def _joined(self, report: ImportReport) -> list[tuple[str, str]]:
        sentence = self.tr("Annotations were added to this article, which has the same text.")
        rows = [(name, sentence) for name in report.joined[:MAX_LISTED]]
        return rows + self._more(self.tr("Articles"), len(report.joined) - MAX_LISTED)

    def _there(self, report: ImportReport) -> list[tuple[str, str]]:
        """Files that brought nothing, where there is anything else to tell of."""
        sentence = self.tr("Nothing new: all that is in it is there already.")
        rows = [(_name(name), sentence) for name in list(report.there)[:MAX_LISTED]]
        return rows + self._more(self.tr("Files"), len(report.there) - MAX_LISTED)

    def _dropped(self, dropped: Dropped) -> list[tuple[str, str]]:
        rows = [
            (name, self.tr("%n annotation(s) of this label left out, as chosen.", "", count))
            for name, count in dropped.labels.most_common()
        ]
        rows += [
            (f"{label}.{name}", self.tr("%n value(s) of this attribute left out, as chosen.", "", count))
            for (label, name), count in dropped.attributes.most_common()
        ]
        rows += [
            (name, self.tr("%n relation(s) of this type left out, as chosen.", "", count))
            for name, count in dropped.relations.most_common()
        ]
        rows += [
            (name, self.tr("%n relation(s) of this type left out, for an end of each is.", "", count))
            for name, count in dropped.links.most_common()
        ]
        rows += [
            (name, self.tr("%n zone(s) of this kind left out, as chosen.", "", count))
            for name, count in dropped.zones.most_common()
        ]
        rows += [
            (name, self.tr("%n entity(ies) of this label left out, as chosen.", "", count))
            for name, count in dropped.entities.most_common()
        ]
        return [(name, phrases.counted(sentence)) for name, sentence in rows]

    def _kept(self, report: ImportReport) -> list[tuple[str, str]]:
        rows = []
        if report.unlisted:
            sentence = self.tr("%n value(s) that a choice does not list; they are kept.", "", report.unlisted)
            rows.append((self.tr("Label set"), phrases.counted(sentence)))
        if report.unusual:
            sentence = self.tr(
                "%n relation(s) of labels that it does not link; they are kept.", "", report.unusual
            )
            rows.append((self.tr("Label set"), phrases.counted(sentence)))
        return rows

    def _more(self, about: str, count: int) -> list[tuple[str, str]]:
        return [(about, phrases.counted(self.tr("%n more of these.", "", count)))] if count > 0 else []


def _name(shown: str) -> str:
    """A file's name; of one in an archive, with the archive's."""
    head, archive, inside = shown.partition(_ARCHIVE)
    return f"{Path(head).name}{archive}{inside}" if archive else Path(shown).name
