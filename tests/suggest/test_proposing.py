"""Each kind of annotation gets the proposal that is for it, and nothing against what a person has said."""

import pytest

from annotator import lexicon
from annotator.core import edits
from annotator.core.records import Relation
from annotator.suggest.entities import EntityIndex
from annotator.suggest.history import History
from annotator.suggest.proposing import Known, propose
from annotator.suggest.speech import compile_speech

TEXT = "قال المتحدث باسم الوزارة إن المحادثات بدأت أمس بحضور نحو 2500 جندي أميركي في بغداد."


@pytest.fixture(scope="module")
def known(names) -> Known:
    def read(quote):
        return {"value": 2500, "op": "~"} if "2500" in quote else {}

    speech = compile_speech(lexicon.speech_verbs(), lexicon.speech_words())
    return Known(read, speech, EntityIndex((), names), History(names.spelling))


@pytest.fixture
def proposed(labels, known):
    def make(annotation, others=(), relations=()):
        return propose(
            annotation,
            text=TEXT,
            annotations={item.id: item for item in (annotation, *others)},
            relations=relations,
            label_set=labels,
            known=known,
        )

    return make


def test_a_figure_is_read_from_its_words(proposed, spot):
    found = proposed(spot(TEXT, "نحو 2500 جندي أميركي", "figure"))

    assert found.attributes == {"value": 2500, "op": "~"}
    assert len(found.reasons) == 1


def test_a_figure_that_is_not_understood_gets_nothing(proposed, spot):
    found = proposed(spot(TEXT, "أمس", "figure"))

    assert found.is_empty
    assert found.reasons == ()


def test_a_claim_gets_its_speaker_cue_and_mode(proposed, spot):
    speaker = spot(TEXT, "المتحدث باسم الوزارة")
    claim = spot(TEXT, "المحادثات بدأت أمس", "claim")

    found = proposed(claim, [speaker])

    assert found.source_ids == (speaker.id,)
    assert found.attributes["cue"] == "قال"
    assert found.attributes["mode"] == "indirect"


def test_a_name_gets_an_entity(proposed, spot):
    found = proposed(spot(TEXT, "بغداد", "location"))

    assert found.entity_name == "بغداد"
    assert found.attributes["kind"] == "city"


def test_what_is_left_once_a_person_has_said_it_is_nothing(proposed, spot, labels):
    speaker = spot(TEXT, "المتحدث باسم الوزارة")
    claim = spot(
        TEXT,
        "المحادثات بدأت أمس",
        "claim",
        attributes={"attribution": "actor", "cue": "قال", "mode": "direct"},
    )
    kind = labels.relation_type_by_name["attributed_to"]
    link = Relation(id=900, uuid="r", layer_id=2, type_id=kind.id, source_id=claim.id, target_id=speaker.id)

    rest = edits.remaining(proposed(claim, [speaker], [link]), claim, labels, [link])

    assert rest.is_empty


def test_a_label_that_is_none_of_these_gets_nothing(proposed, spot, labels):
    from msgspec.structs import replace

    from annotator.core.schema import LabelSet

    bare = [replace(label, has_entities=False) for label in labels.labels]
    plain = LabelSet(labels.scheme, bare, (), (), ())
    annotation = spot(TEXT, "بغداد", "location")

    found = propose(
        annotation,
        text=TEXT,
        annotations={annotation.id: annotation},
        relations=(),
        label_set=plain,
        known=None,
    )

    assert found.is_empty
