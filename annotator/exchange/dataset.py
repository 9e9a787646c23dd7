"""What stands beside the data of an export: the manifest and the dataset card. No clock, no chance."""

import json
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, get_args

from msgspec import Struct, field

from annotator import __version__
from annotator.core.records import Verdict
from annotator.core.schema import LabelDefinition, SchemeDefinition
from annotator.exchange.choosing import LeftOut
from annotator.formats.bundle import Bundle, BundleComparison
from annotator.formats.gold_shape import VERSION

SCHEME = "scheme.json"
ENTITIES = "entities.jsonl"
COMPARISONS = "comparisons.jsonl"
README = "README.md"
MANIFEST = "manifest.json"
FORMAT = "sanad-dataset"
"""What a manifest says it is of."""


_label_of = attrgetter("label")


class Written(Struct, frozen=True):
    """A file that has been written."""

    sha256: str
    bytes: int


class Unfinished(Struct, frozen=True):
    """A layer that was exported before it was done."""

    document_id: str
    document: str
    reviewer: str
    status: str


class Tally(Struct):
    """Counts of what a dataset holds, gathered line by line."""

    documents: set[str] = field(default_factory=set)
    lines: int = 0
    characters: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    zones: Counter[str] = field(default_factory=Counter)
    comparisons: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    reviewers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    unfinished: list[Unfinished] = field(default_factory=list)

    @property
    def annotations(self) -> int:
        """How many annotations there are."""
        return self.labels.total()

    def add(self, bundle: Bundle) -> None:
        """Count a line."""
        document, layer = bundle.document, bundle.layer
        if document.uuid not in self.documents:
            self.documents.add(document.uuid)
            self.characters += len(document.text)
            self.languages[document.language] += 1
        if layer is None:
            return
        self.lines += 1
        self.labels.update(map(_label_of, layer.annotations))
        self.relations.update(item.type for item in layer.relations)
        self.zones.update(item.kind for item in layer.zones)
        self.kinds[layer.kind] += 1
        self.statuses[layer.status] += 1
        self.reviewers[layer.reviewers[0]] += 1
        if layer.status != "done":
            self.unfinished.append(Unfinished(document.uuid, document.name, layer.reviewers[0], layer.status))

    def compared(self, comparisons: Iterable[BundleComparison]) -> None:
        """Count comparisons."""
        self.comparisons.update(item.verdict for item in comparisons)


class Story(Struct, kw_only=True):
    """How a dataset came to be what it is: all that its manifest says besides its counts."""

    exported_as: dict[str, Any]
    selection: dict[str, Any]
    splits: dict[str, Any] | None
    definition: SchemeDefinition
    entities: int
    left_out: list[LeftOut]
    without_zones: dict[str, Any]
    of_other_labels: int
    lost: list[dict[str, Any]]
    uncounted: list[dict[str, Any]]
    examples: list[dict[str, Any]]


def manifest(tally: Tally, story: Story, files: dict[str, Written]) -> bytes:
    """The bytes of ``manifest.json``, or of the report beside a file."""
    definition = story.definition
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": 1,
        "made_with": {"sanad": __version__, "gold": VERSION},
        "exported_as": story.exported_as,
        "label_set": {"name": definition.name, "version": definition.version},
        "documents": len(tally.documents),
        "characters": tally.characters,
        "lines": tally.lines,
        "annotations": tally.annotations,
        "entities": story.entities,
        "labels": _by_name(tally.labels, [item.name for item in definition.labels]),
        "relations": _by_name(tally.relations, [item.name for item in definition.relations]),
        "zones": _by_name(tally.zones, [item.name for item in definition.zones]),
        "comparisons": _by_name(tally.comparisons, list(get_args(Verdict))),
        "layer_kinds": _by_name(tally.kinds, ["reviewer", "adjudicated"]),
        "statuses": _by_name(tally.statuses, ["new", "started", "done"]),
        "reviewers": _by_name(tally.reviewers, sorted(tally.reviewers)),
        "unfinished": [
            {"id": item.document_id, "name": item.document, "reviewer": item.reviewer, "status": item.status}
            for item in tally.unfinished
        ],
        "selection": story.selection,
        "splits": story.splits,
        "left_out": [
            {"id": item.uuid, "name": item.document, "reason": item.reason} for item in story.left_out
        ],
        "without_zones": story.without_zones,
        "of_other_labels": story.of_other_labels,
        "lost": story.lost,
        "lost_uncounted": story.uncounted,
        "examples_of_lost": story.examples,
        "files": {name: {"sha256": item.sha256, "bytes": item.bytes} for name, item in files.items()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def readme(tally: Tally, story: Story, lines: Iterable[str]) -> bytes:
    """The bytes of ``README.md``, the dataset card; ``lines`` are the names of the files with gold lines."""
    definition, files = story.definition, list(lines)
    labels = "\n".join(
        f"| `{item.name}` | {tally.labels[item.name]} | {_cell(item.description)} | {_attributes(item)} |"
        for item in definition.labels
    )
    links = "\n".join(
        f"| `{item.name}` | {tally.relations[item.name]} | {_ends(item.source)} | {_ends(item.target)} |"
        for item in definition.relations
    )
    return _CARD.format(
        languages=json.dumps(sorted(tally.languages)),
        name=_cell(definition.name),
        version=definition.version,
        documents=len(tally.documents),
        lines=tally.lines,
        adjudicated=tally.kinds["adjudicated"],
        done=tally.statuses["done"],
        unfinished=len(tally.unfinished),
        left_out=len(story.left_out),
        annotations=tally.annotations,
        relations=tally.relations.total(),
        zones=tally.zones.total(),
        entities=story.entities,
        comparisons=tally.comparisons.total(),
        labels=labels,
        links=links or "| – | | | |",
        gold=VERSION,
        files=", ".join(f"`{name}`" for name in files),
        split=_split(story.splits),
        first=files[0],
    ).encode()


def _by_name(counts: Counter[str], names: list[str]) -> dict[str, int]:
    return {name: counts[name] for name in names}


def _split(splits: dict[str, Any] | None) -> str:
    """What the card says of the parts."""
    if splits is None:
        return ""
    dealt = ", ".join(f"{name} {count}" for name, count in splits["documents"].items())
    return (
        f"\n  The documents were dealt out with the seed {splits['seed']} ({dealt}): labels evenly, all"
        " layers of a document and articles that are nearly the same to one side."
    )


def _attributes(label: LabelDefinition) -> str:
    return ", ".join(f"`{attribute.name}`" for attribute in label.attributes) or "–"


def _ends(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "any"


def _cell(text: str) -> str:
    """A text on one line of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|") or "–"


_CARD = """\
---
language: {languages}
task_categories: ["token-classification"]
---

# Annotated articles

Articles annotated by hand with Sanad, using the label set “{name}”, version {version}.

| | |
|---|---|
| documents | {documents} |
| lines (one document by one reviewer, or adjudicated) | {lines} |
| – of these adjudicated | {adjudicated} |
| – of these marked done | {done} |
| – of these unfinished (listed in `manifest.json`) | {unfinished} |
| documents left out (listed in `manifest.json`, with the reason) | {left_out} |
| annotations | {annotations} |
| relations | {relations} |
| zones | {zones} |
| entities | {entities} |
| comparisons of two annotations | {comparisons} |

## Labels

| label | annotations | what it covers | attributes |
|---|---|---|---|
{labels}

## Relations

| relation | count | from | to |
|---|---|---|---|
{links}

## Files

- {files}: gold JSONL, version {gold}. UTF-8, one JSON object a line, one for each document and layer.{split}
- `scheme.json`: the label set: labels, attributes, relations and zones with their definitions.
- `entities.jsonl`: the real-world actors and locations that annotations refer to by `entity`.
- `comparisons.jsonl`: what reviewers hold of two annotations, mostly figures of different articles, named by
  their `id`: that they are in `agreement`, in `conflict`, or of another `scope`, so neither.
- `manifest.json`: counts, what is unfinished or left out, and the SHA-256 of each file.

## Reading it

Offsets are Unicode code points, half-open: in Python, `text[start:end] == quote` for every annotation.
Annotations may nest, coincide and cross. `word_start` and `word_end` widen a span to whole words with their
clitics. The text is verbatim: its line ends, no-break spaces, marks and tatweel are those of the source.

```python
import json

with open("{first}", encoding="utf-8", newline="\\n") as file:
    for line in file:
        document = json.loads(line)
        for annotation in document["annotations"]:
            print(annotation["label"], annotation["quote"], annotation["attributes"])
```
"""
