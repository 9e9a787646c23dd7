"""A window at rest: what stays is passed over when Python looks for garbage, until the window goes."""

import gc

import pytest


@pytest.fixture(autouse=True)
def nothing_kept():
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_stays_is_passed_over(sanad):
    sanad.come_to_rest()
    assert gc.get_freeze_count() > 10_000
    assert gc.collect() == 0


def test_a_window_made_anew_lets_the_old_one_go(sanad, qtbot):
    old = sanad.window
    sanad.come_to_rest()
    sanad.preferences.set("language", "ar")
    qtbot.waitUntil(lambda: sanad.window is not old)
    assert gc.get_freeze_count() == 0
