"""Every loss has a sentence, and takes just what it names."""

import pytest

from annotator.formats.losing import OF_FORM, SENTENCES, UNCOUNTED, Loss, counted, uncounted, without
from tests.formats.full import full_bundle


def test_every_loss_has_a_sentence():
    assert set(SENTENCES) == set(Loss)


@pytest.mark.parametrize("loss", sorted(set(Loss) - OF_FORM - {Loss.COMPARISONS}))
def test_a_loss_takes_something_and_taking_it_twice_takes_no_more(loss):
    once = without(full_bundle(), {loss})
    ids = {Loss.ANNOTATION_IDS, Loss.RELATION_IDS}
    assert (once == full_bundle()) == (loss in ids)  # ids stay, for relations need them
    assert without(once, {loss}) == once


def test_without_losses_only_the_repeated_name_of_the_reviewer_goes():
    assert without(full_bundle(), set()) == full_bundle()


def test_what_is_lost_is_counted_where_somebody_would_miss_it():
    found = counted(full_bundle(), frozenset(Loss))
    assert found[Loss.NOTES] == 3
    assert found[Loss.ATTRIBUTES] == 2
    assert found[Loss.RELATIONS] == found[Loss.ZONES] == found[Loss.ENTITIES] == 1
    assert set(Loss) - set(found) - OF_FORM - {Loss.COMPARISONS} == UNCOUNTED
    assert not counted(full_bundle(), frozenset())


def test_what_is_not_counted_is_told_in_order_and_no_loss_is_told_in_neither_way():
    assert uncounted({Loss.STATUS, Loss.NOTES, Loss.REVIEWER}) == (Loss.REVIEWER, Loss.STATUS)
    assert set(uncounted(frozenset(Loss))) == set(Loss) - set(counted(full_bundle(), frozenset(Loss))) - (
        OF_FORM | {Loss.COMPARISONS}
    )
