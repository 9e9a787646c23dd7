"""What came of an export, in words: a sentence, and a row for each thing that needs a look."""

from PySide6.QtCore import QObject

from annotator.exchange.ordering import ExportReport
from annotator.formats.losing import SENTENCES
from annotator.ui import phrases


class ExportWords(QObject):
    """Says a report in the window's language."""

    def sentence(self, report: ExportReport) -> str:
        """How much went where."""
        sentence = self.tr("{annotations} of {articles} written to {target}.").format(
            annotations=phrases.counted(self.tr("%n annotation(s)", "", report.annotations)),
            articles=phrases.counted(self.tr("%n article(s)", "", report.documents)),
            target=phrases.left_to_right(str(report.target)),
        )
        sentences = [sentence]
        if report.in_zones:
            sentences.append(self.tr("%n annotation(s) in zones left out.", "", report.in_zones))
        if report.of_other_labels:
            sentences.append(
                self.tr("%n annotation(s) of other labels left out.", "", report.of_other_labels)
            )
        if report.comparisons:
            sentences.append(self.tr("%n comparison(s) of annotations.", "", report.comparisons))
        sentences[1:] = map(phrases.counted, sentences[1:])
        if report.parts:
            sentences.append(f"{parts_of(report.parts)}.")
        if report.without_file:
            names = " · ".join(map(phrases.left_to_right, report.without_file))
            sentences.append(self.tr("Without a file, for nothing is in it: {parts}.").format(parts=names))
        if report.report is not None:
            path = phrases.left_to_right(str(report.report))
            sentences.append(self.tr("All of this is written down in {path}.").format(path=path))
        return " ".join(sentences)

    def rows(self, report: ExportReport) -> list[tuple[str, str]]:
        """What did not go out, or not as it was: what it is, and why."""
        unheld = self.tr("not held by this format: {count}")
        rows = [
            (phrases.sentence_of(SENTENCES[loss]), unheld.format(count=phrases.counted(str(count))))
            for loss, count in report.lost.items()
        ]
        rows += [(item.document, phrases.sentence_of(item.what)) for item in report.examples]
        rows += [(item.document, self._reason(item.reason)) for item in report.left_out]
        unfinished = self.tr("in the data, though {reviewer} has not marked it done")
        rows += [
            (item.document, unfinished.format(reviewer=phrases.isolated(item.reviewer)))
            for item in report.unfinished
        ]
        return rows

    def _reason(self, reason: str) -> str:
        said = {
            "no layer": self.tr("left out: nobody has annotated it"),
            "status": self.tr("left out: it is not marked done"),
            "layers": self.tr("left out: it has none of the chosen layers"),
            "no annotations": self.tr("left out: nothing is annotated in it"),
        }
        return said.get(reason, reason)


def parts_of(parts: dict[str, int]) -> str:
    """The parts of a split, each with its documents."""
    return " · ".join(
        f"{phrases.left_to_right(name)} {phrases.counted(str(count))}" for name, count in parts.items()
    )
