"""Other programs' own readers read the columns we write."""

import pytest
from msgspec.structs import replace

from annotator.formats.conll.kind import CONLL
from tests.formats.full import full_bundle
from tests.formats.trips import write_into


@pytest.mark.parametrize("tagging", ["bio", "bilou"])
def test_spacy_converts_what_is_written_by_default(tmp_path, tagging):
    converters = pytest.importorskip("spacy.training.converters")
    bundle = full_bundle()
    (path,), _ = write_into(CONLL, [bundle, replace(bundle, layer=None)], tmp_path, tagging=tagging)
    docs = list(converters.conll_ner_to_docs(path.read_text(encoding="utf-8"), no_print=True))
    assert [(span.label_, span.text) for span in docs[0].ents] == [
        ("actor", "وزير الدفاع أحمد"),
        ("figure", "نحو 2500 جندي"),
    ]
    assert len(docs) == 2
    assert not docs[1].ents
    assert len(list(docs[0].sents)) == 2
