"""A child process that tags: ``tagging.py PROJECT COUNT``. Prints "ready", then each UUID that is on disk."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from annotator.core import edits
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Span
from annotator.store import queries
from annotator.store.project import Project


def main() -> None:
    project = Project.open(Path(sys.argv[1]))
    (document,) = queries.documents(project.database)
    text = queries.text(project.database, document.text_sha256)
    label = project.label_set.labels[0]
    there = sum(queries.label_counts(project.database).values())
    print("ready", flush=True)
    for number in range(there, there + int(sys.argv[2])):
        layer = queries.layer(project.database, document.id, 1)
        context = project.context(1)
        start = number * 5
        transaction = edits.tag(
            context, layer or edits.new_layer(context, document), text, Span(start, start + 4), label, 1
        )
        try:
            project.apply(transaction)
        except UserError as error:
            print("refused", error, flush=True)
        else:
            (added,) = (after for _before, after in transaction.of(Annotation) if after)
            print(added.uuid, flush=True)
    project.close()
    print("closed", flush=True)


if __name__ == "__main__":
    main()
