"""What stands beside the gold lines of a dataset: the manifest and the dataset card. No clock, no chance."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from msgspec import Struct, field

from annotator import __version__
from annotator.core.records import Document, Verdict
from annotator.core.schema import LabelDefinition, SchemeDefinition
from annotator.exchange.leaving import Leaving
from annotator.formats.bundle import Bundle, BundleComparison
from annotator.formats.gold_shape import VERSION

GOLD = "gold.jsonl"
SCHEME = "scheme.json"
ENTITIES = "entities.jsonl"
COMPARISONS = "comparisons.jsonl"
README = "README.md"
MANIFEST = "manifest.json"
FORMAT = "sanad-dataset"
"""What a manifest says it is of."""
FILES = (GOLD, SCHEME, ENTITIES, COMPARISONS, README, MANIFEST)
"""The files of a dataset; the manifest, which holds the hashes of the others, comes last."""


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
        if layer is None:
            return
        if document.uuid not in self.documents:
            self.documents.add(document.uuid)
            self.characters += len(document.text)
            self.languages[document.language] += 1
        self.lines += 1
        self.labels.update(item.label for item in layer.annotations)
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


def manifest(
    tally: Tally,
    definition: SchemeDefinition,
    entities: int,
    left_out: list[Document],
    files: dict[str, Written],
    leaving: Leaving,
) -> bytes:
    """The bytes of ``manifest.json``."""
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": 1,
        "made_with": {"sanad": __version__, "gold": VERSION},
        "label_set": {"name": definition.name, "version": definition.version},
        "documents": len(tally.documents),
        "characters": tally.characters,
        "lines": tally.lines,
        "annotations": tally.annotations,
        "entities": entities,
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
        "left_out": [{"id": item.uuid, "name": item.name, "reason": "no layer"} for item in left_out],
        "without_zones": leaving.summary(),
        "files": {name: {"sha256": item.sha256, "bytes": item.bytes} for name, item in files.items()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def readme(tally: Tally, definition: SchemeDefinition, entities: int, left_out: int) -> bytes:
    """The bytes of ``README.md``, the dataset card."""
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
        left_out=left_out,
        annotations=tally.annotations,
        relations=tally.relations.total(),
        zones=tally.zones.total(),
        entities=entities,
        comparisons=tally.comparisons.total(),
        labels=labels,
        links=links or "| – | | | |",
        gold=VERSION,
    ).encode()


def _by_name(counts: Counter[str], names: list[str]) -> dict[str, int]:
    return {name: counts[name] for name in names}


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
| documents left out for want of annotations (listed in `manifest.json`) | {left_out} |
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

- `gold.jsonl`: gold JSONL, version {gold}. UTF-8, one JSON object a line, a line for each document and layer.
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

with open("gold.jsonl", encoding="utf-8", newline="\\n") as file:
    for line in file:
        document = json.loads(line)
        for annotation in document["annotations"]:
            print(annotation["label"], annotation["quote"], annotation["attributes"])
```
"""
