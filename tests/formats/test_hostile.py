"""Whatever bytes a reader is given: bundles that are whole, or one sentence; never another error."""

import shutil
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.every import FORMATS
from annotator.formats.registry import format_of
from tests.formats.hostile import damaged, read_or_refuse, seeds

READABLE = [kind for kind in FORMATS if kind.read]


def every_reader(test):
    return pytest.mark.parametrize("kind", READABLE, ids=lambda kind: kind.name)(test)


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    """The sound files of a format, by the format's name."""
    kinds = {kind.name: kind for kind in READABLE}
    return cache(lambda name: seeds(kinds[name], tmp_path_factory.mktemp("sound")))


@every_reader
@given(data=st.data())
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_a_damaged_file_is_read_whole_or_refused(kind, data, samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    found = samples(kind.name)
    assert found, f"there is no sample of {kind.name} in tests/data/formats"
    seed = data.draw(st.sampled_from(found))
    path = folder / f"x{seed.suffix}"
    for given_companion, needed in zip(kind.companions(seed), kind.companions(path), strict=False):
        if given_companion.exists() and given_companion != seed:
            shutil.copy(given_companion, needed)
    path.write_bytes(data.draw(damaged(seed.read_bytes())))
    read_or_refuse(kind, path, skip=data.draw(st.booleans()))


@every_reader
@given(data=st.binary(max_size=200))
@settings(max_examples=15, deadline=None)
def test_bytes_of_nothing_are_refused(kind, data, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / f"x{kind.suffixes[0]}"
    path.write_bytes(data)
    read_or_refuse(kind, path)


@every_reader
def test_a_file_that_is_not_there_and_a_folder_are_refused(kind, tmp_path):
    (tmp_path / f"folder{kind.suffixes[0]}").mkdir()
    for name in ("nothing", "folder"):
        assert read_or_refuse(kind, tmp_path / f"{name}{kind.suffixes[0]}") == []


@every_reader
def test_a_sound_sample_is_known_and_read_without_faults(kind, samples):
    for path in samples(kind.name):
        assert format_of(path) is kind, path.name
        assert read_or_refuse(kind, path), path.name
