"""What reviewers have said of the same words before."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.suggest.history import History
from annotator.suggest.spelling import Spelling

TEXT = "قال رئيس الوزراء إن العراق والعراق وأمريكا وأميركا"
SPELLING = Spelling([("part", "أميرك", "أمريك")])


def test_it_counts_labels_entities_kinds_and_roles_of_words_however_they_are_spelt(spot: Any) -> None:
    history = History(SPELLING)
    one = spot(TEXT, "أمريكا", entity_id=5, attributes={"kind": "state", "role": "الخصم"})
    other = spot(TEXT, "أميركا", "location", entity_id=6)
    for annotation in (one, one, other):
        history.follow(None, annotation)
    assert history.labels("اميركا") == {one.label_id: 2, other.label_id: 1}
    assert history.entities("أمريكا", one.label_id) == {5: 2}
    assert history.said("أمريكا", one.label_id, "kind") == {"state": 2}
    assert history.values(5, "kind") == {"state": 2}
    assert history.roles("الخصم", one.label_id) == {5: 2}
    assert history.labels("العراق") == {}


def test_what_most_mentions_are_is_usual_and_of_two_that_are_as_many_none_is(spot: Any) -> None:
    history = History(SPELLING)
    state = spot(TEXT, "أمريكا", entity_id=5, attributes={"kind": "state"})
    other = replace(state, entity_id=6)
    label_id = state.label_id
    assert history.usual("أميركا", label_id) == (None, {})
    history.follow(None, state)
    assert history.usual("أميركا", label_id) == (5, {"kind": "state"})
    history.follow(None, other)
    assert history.usual("أميركا", label_id) == (None, {"kind": "state"})
    history.follow(None, other)
    assert history.usual("أميركا", label_id) == (6, {"kind": "state"})
    assert history.usual("أميركا", label_id + 1) == (None, {})


def test_a_change_moves_the_count(spot: Any) -> None:
    history = History(SPELLING)
    before = spot(TEXT, "العراق", entity_id=5)
    after = replace(before, entity_id=6, attributes={"kind": "state"})
    history.follow(None, before)
    history.follow(before, after)
    assert history.entities("العراق", before.label_id) == {6: 1}
    assert history.values(6, "kind") == {"state": 1}
    assert history.values(5, "kind") == {}


@given(
    st.lists(
        st.tuples(st.sampled_from(["العراق", "أمريكا"]), st.integers(1, 3), st.integers(0, 3)), max_size=9
    )
)
def test_what_is_taken_back_leaves_no_trace(said: list[tuple[str, int, int]]) -> None:
    history = History(SPELLING)
    for count in (1, -1):
        for quote, label_id, entity_id in said:
            history.add(quote, label_id, entity_id or None, {"kind": "state", "role": quote}, count)
    for quote, label_id, entity_id in said:
        assert not history.labels(quote)
        assert not history.entities(quote, label_id)
        assert not history.values(entity_id, "kind")
        assert not history.roles(quote, label_id)
