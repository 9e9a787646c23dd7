import json
from collections import Counter

from annotator.exchange.gathering import gather
from annotator.exchange.importing import Choices
from annotator.exchange.survey import survey


def test_nothing_counts_of_a_file_that_cannot_be_read_to_its_end(tmp_path):
    line = json.dumps({"text": "قال الوزير", "label": [[4, 10, "PER"]]}) + "\n"
    other = json.dumps({"text": "في بغداد", "label": [[3, 8, "LOC"]]}) + "\n"
    for name, content in {"a": line, "b": line, "broken": other + '{"text'}.items():
        (tmp_path / f"{name}.jsonl").write_text(content, "utf-8")

    with gather([tmp_path]) as files:
        found = survey(files, Choices())

    assert (found.files, found.documents, found.layers, found.annotations) == (2, 1, 2, 2)
    assert (found.labels, set(found.articles.values())) == (Counter(PER=2), {"a.jsonl:1"})
    assert [item.path for item in found.refused] == [str(tmp_path / "broken.jsonl")]
