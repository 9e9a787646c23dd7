import pytest

from annotator.exchange.mapping import LEAVE_OUT, Mapping, Target
from annotator.exchange.reading import Chosen
from annotator.ui.import_memory import ImportMemory
from annotator.ui.session import Session


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path / "session.ini")


def test_each_project_has_a_mapping_of_its_own_which_grows(session):
    memory = ImportMemory(session, "one")
    memory.keep_mapping(Mapping(labels={"PER": Target("actor"), "X": LEAVE_OUT}))
    memory.keep_mapping(Mapping(labels={"X": Target("x", new=True)}))

    assert memory.mapping().labels == {"PER": Target("actor"), "X": Target("x", new=True)}
    assert ImportMemory(session, "two").mapping() == Mapping()


def test_options_are_remembered_for_each_kind_of_file(session):
    ImportMemory(session, "one").keep_options([Chosen("web", {"boilerplate": "kept"})])

    assert ImportMemory(session, "two").options()["web"] == {"boilerplate": "kept"}
    assert ImportMemory(session, "two").options()["table"] == {}


@pytest.mark.parametrize("damaged", ["", "{", "[1]", '{"format": "else"}'])
def test_what_cannot_be_read_counts_as_forgotten(session, damaged):
    session.keep_text("mapping-one", damaged)
    session.keep_text("reading-web", damaged)

    assert ImportMemory(session, "one").mapping() == Mapping()
    assert isinstance(ImportMemory(session, "one").options()["web"], dict)
