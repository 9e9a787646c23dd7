"""Words of the program's own keep their template, so that they can be said in another language."""

import copy
import pickle

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed


def test_worded_is_the_english_and_knows_what_it_was_made_of():
    said = Worded("{count:,} drafts were left out.", count=1200)
    assert said == "1,200 drafts were left out."
    assert (said.key, said.values) == ("{count:,} drafts were left out.", {"count": 1200})
    assert Worded("{} as it is") == "{} as it is"
    assert type(said[:5]) is str


def test_a_place_may_lie_in_another_and_a_sentence_says_both():
    record = place_in("a.json", Phrase("record {number}", number=2))
    place = place_in(record, Phrase("annotation {number}", number=3))
    assert place == "a.json, record 2, annotation 3"
    assert place.values["file"] is record
    said = placed(place, Worded("it is empty."))
    assert said == "a.json, record 2, annotation 3: it is empty."
    assert str(UserError("{place}: {problem}", place=place, problem=said.values["said"])) == said


def test_worded_is_itself_after_it_was_copied():
    said = placed("a.json", Worded("{count} of them", count=3))
    for other in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (other, other.key, other.values) == (said, said.key, said.values)
