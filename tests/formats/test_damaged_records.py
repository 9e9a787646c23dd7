"""Records of the right form with something strange somewhere in them."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.doccano import DOCCANO
from annotator.formats.format import Reading
from annotator.formats.label_studio.kind import LABEL_STUDIO
from annotator.formats.options import options_of
from annotator.formats.prodigy import PRODIGY
from annotator.formats.spacy_jsonl import SPACY_JSONL
from tests.formats.full import full_bundle
from tests.formats.hostile import prove
from tests.formats.records import written

TEXT = "قال أحمد"
SPAN = {"start": 0, "end": 3, "label": "x"}
REGION = {"id": "a", "type": "labels", "value": {"start": 0, "end": 3, "text": "قال", "labels": ["x"]}}
RELATION = {"head": 0, "child": 1, "label": "r", "head_span": SPAN, "child_span": SPAN}
ANSWER = {"id": "a", "type": "taxonomy", "from_name": "q", "value": {"taxonomy": [["أ", "ب"]]}}
LINK = {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["r"], "direction": "bi"}
SEEDS = {
    DOCCANO: [
        {"text": TEXT, "label": [[0, 3, "x"], "c"], "Comments": ["c"], "meta": {"name": "n"}},
        {"text": TEXT, "annotations": [{"label": 3, "start_offset": 0, "end_offset": 3, "user": 1}]},
        json.loads(written(DOCCANO, [full_bundle()])[0]),
    ],
    LABEL_STUDIO: [
        {
            "data": {"body": TEXT},
            "annotations": [{"result": [REGION, ANSWER, LINK], "completed_by": {"email": "a"}}],
            "predictions": [{"score": 0.5, "model_version": "m", "result": [REGION]}],
        },
        {"id": 1, "text": TEXT, "ner": [{"start": 0, "end": 3, "labels": ["x"]}], "annotator": 1},
        json.loads(written(LABEL_STUDIO, [full_bundle()])[0])[0],
    ],
    PRODIGY: [
        {
            "text": TEXT,
            "answer": "accept",
            "spans": [{**SPAN, "token_start": 0, "token_end": 0}, {"start": 4, "end": 8, "score": 0.5}],
            "relations": [RELATION],
            "_timestamp": 5,
            "accept": ["q"],
        },
        {"text": TEXT, "spans": [{**SPAN, "source": "m", "score": 0.5}], "meta": {"score": 1}},
        json.loads(written(PRODIGY, [full_bundle()], tokens=False)[0]),
    ],
    SPACY_JSONL: [
        [TEXT, {"entities": [[0, 3, "x"]], "cats": {"a": 1}}],
        {"text": TEXT, "ents": [{**SPAN, "kb_id": "q"}], "spans": {"sc": [SPAN]}},
    ],
}
_STRANGE = st.sampled_from(
    [
        *(None, True, -1, 3, 2**63, 10**30, 1.5, 1e308, "", " ", "x", "٣", "\0", "قال", "a" * 100),
        *([], {}, [[]], {"a": 1}, [None], [1, 2, "x"], {"id": 1}, SPAN, "2024-01-27T00:00:00Z"),
    ]
)


def _places(value, path=()):
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield (*path, key)
            yield from _places(value[key], (*path, key))


@st.composite
def damaged(draw, seed):
    """A record in which some things are exchanged, gone or there twice."""
    record = copy.deepcopy(seed)
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(record))
        if not places:
            break
        *path, key = draw(st.sampled_from(places))
        inside = record
        for step in path:
            inside = inside[step]
        how = draw(st.sampled_from(["strange", "strange", "gone", "twice"]))
        if how == "strange":
            inside[key] = copy.deepcopy(draw(_STRANGE))
        elif how == "gone":
            del inside[key]
        elif isinstance(inside, list):
            inside.append(copy.deepcopy(inside[key]))
    return record


@pytest.mark.parametrize("kind", list(SEEDS), ids=lambda kind: kind.name)
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_record_with_something_strange_in_it_is_read_whole_or_refused(kind, data, tmp_path_factory):
    path = tmp_path_factory.mktemp("strange") / "x.json"
    record = data.draw(damaged(data.draw(st.sampled_from(SEEDS[kind]))))
    path.write_text(json.dumps(record), encoding="utf-8")
    ticks = [item.name for item in options_of(kind.reading) if isinstance(item.default, bool)]
    chosen = {name: data.draw(st.booleans()) for name in ticks}
    kind.claims(path, path.read_bytes()[:4096])
    try:
        for bundle in kind.read(path, Reading(kind.reading(**chosen), skip=data.draw(st.booleans()))):
            prove(bundle)
            assert all(isinstance(warning, str) for warning in bundle.warnings)
    except UserError:
        pass  # one sentence for the person
