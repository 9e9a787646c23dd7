"""What is proposed for the selected annotation: seen in the inspector, accepted with Y or by a click."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.core.suggestions import Proposal
from annotator.store import queries
from annotator.store.project import Project
from annotator.ui.proposal_parts import parts_of

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SPEAKER = "قيادة العمليات المشتركة العراقية"


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.article, key, modifiers)


def tag(window, quote, key):
    start = window.article.text.index(quote)
    window.article.select(Span(start, start + len(quote)))
    press(window, key)


def tag_claim(window):
    """What the speaker said, in the sentence after the name."""
    text = window.article.text
    start = text.index("اللجنة العسكرية المشتركة بين")
    end = text.index("الثنائية", start) + len("الثنائية")
    window.article.select(Span(start, end))
    press(window, Qt.Key.Key_4)


def sources(workspace, claim_id):
    kind = workspace.label_set.relation_type_by_name["attributed_to"]
    links = workspace.opened.relations.values()
    return [
        workspace.opened.annotations[link.target_id].quote
        for link in links
        if (link.source_id, link.type_id) == (claim_id, kind.id)
    ]


def seen(window):
    QTest.qWait(60)
    return [button.text() for button in window.proposing.section.parts]


def test_a_claim_gets_speaker_cue_and_mode_with_one_key(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    tag_claim(window)
    claim = workspace.annotation.id

    press(window, Qt.Key.Key_Y)

    assert sources(workspace, claim) == [SPEAKER]
    assert workspace.annotation.attributes == {"attribution": "actor", "cue": "قالت", "mode": "indirect"}


def test_one_undo_takes_back_all_that_was_accepted(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    tag_claim(window)
    claim = workspace.annotation.id
    press(window, Qt.Key.Key_Y)

    press(window, Qt.Key.Key_Z, CTRL)

    assert workspace.opened.annotations[claim].attributes == {}
    assert sources(workspace, claim) == []


def test_a_speaker_whose_words_are_not_annotated_is_tagged_with_the_claim(window, workspace):
    tag_claim(window)
    claim = workspace.annotation.id

    press(window, Qt.Key.Key_Y)

    assert sources(workspace, claim) == [SPEAKER]
    made = next(item for item in workspace.opened.annotations.values() if item.quote == SPEAKER)
    assert made.origin == "suggested"


def test_who_passed_a_claim_on_is_a_part_of_its_own(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    relay = workspace.annotation.id
    tag_claim(window)
    claim = workspace.annotation
    proposal = Proposal(annotation_id=claim.id, relay_ids=(relay,))

    (part,) = parts_of(proposal, workspace)
    assert (part.title, SPEAKER in part.text, part.proposal) == ("Relayed by", True, proposal)

    window.proposing.accept(part)
    kind = workspace.label_set.relation_type_by_name["relayed_by"]
    (link,) = workspace.opened.relations.values()
    assert (link.source_id, link.type_id, link.target_id) == (claim.id, kind.id, relay)


def test_an_actor_gets_a_new_entity_and_its_kind_with_one_key(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)

    press(window, Qt.Key.Key_Y)

    assert workspace.entity(workspace.annotation.entity_id).name == SPEAKER
    assert workspace.annotation.attributes["kind"] == "armed forces"


def test_a_person_gets_an_entity_without_the_title_which_is_the_role(window, workspace):
    tag(window, "وزير الدفاعِ الأميركي لويد اوستن", Qt.Key.Key_1)

    press(window, Qt.Key.Key_Y)

    assert workspace.entity(workspace.annotation.entity_id).name == "لويد اوستن"
    assert workspace.annotation.attributes["role"] == "وزير الدفاعِ الأميركي"


def test_the_same_words_get_the_entity_they_got_before(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Y)
    entity = workspace.annotation.entity_id
    other = "قيادة العمليات المشتركة"
    start = window.article.text.rindex(other)
    window.article.select(Span(start, start + len(other)))
    press(window, Qt.Key.Key_1)

    press(window, Qt.Key.Key_Y)

    assert workspace.annotation.entity_id == entity


def test_the_proposal_is_seen_in_the_inspector_with_its_reason(window):
    tag(window, SPEAKER, Qt.Key.Key_1)
    tag_claim(window)

    parts = seen(window)

    assert window.proposing.section.isVisible()
    assert len(parts) == 3
    assert SPEAKER in parts[0]
    assert "indirect" in parts
    assert "قالت" in window.proposing.section.reasons.text()


def test_the_proposed_speaker_lights_up_in_the_article(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    actor = workspace.annotation.id
    tag_claim(window)
    seen(window)

    assert window.article._scene.hovered == actor

    press(window, Qt.Key.Key_Escape)
    seen(window)
    assert window.article._scene.hovered is None


def test_a_click_takes_one_part_alone(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    tag_claim(window)
    parts = seen(window)
    mode = window.proposing.section.parts[parts.index("indirect")]

    QTest.mouseClick(mode, LEFT)

    assert workspace.annotation.attributes == {"mode": "indirect"}
    assert sources(workspace, workspace.annotation.id) == []
    assert len(seen(window)) == 2


def test_escape_and_going_on_change_nothing(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    before = workspace.annotation
    seen(window)

    press(window, Qt.Key.Key_Escape)

    assert workspace.opened.annotations[before.id] == before
    assert not window.proposing.section.isVisible()


def test_what_a_person_has_said_is_not_proposed_against(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    workspace.set_attribute(workspace.annotation.id, "kind", "collective")

    press(window, Qt.Key.Key_Y)

    assert workspace.annotation.attributes["kind"] == "collective"


def test_a_key_that_finds_nothing_to_accept_says_so(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Y)
    before = workspace.annotation

    press(window, Qt.Key.Key_Y)

    assert workspace.annotation == before
    assert window.status_line.remark.text() == "Nothing is proposed for this annotation."


def test_proposals_can_be_switched_off(window, workspace):
    tag(window, SPEAKER, Qt.Key.Key_1)
    window.preferences.set("proposals", "off")

    assert seen(window) == []
    press(window, Qt.Key.Key_Y)

    assert workspace.annotation.attributes == {}
    assert window.status_line.remark.text() == "Proposals are switched off in the settings."


def test_the_letter_on_the_key_counts_on_an_arabic_layout(window, workspace):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QGuiApplication, QKeyEvent

    tag(window, SPEAKER, Qt.Key.Key_1)
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, 21 + 8, 0, 0, "غ")
    QGuiApplication.sendEvent(window.article, event)

    assert workspace.annotation.entity_id is not None


@pytest.mark.usefixtures("answer")
def test_nothing_is_proposed_in_a_project_that_cannot_be_changed(start, sample, tmp_path, qtbot):
    path = shutil.copy(sample, tmp_path / "other.sanad")
    with Project.open(path) as held:
        assert not held.read_only
        sanad = start(path)
        workspace, window = sanad.workspace, sanad.window
        assert workspace.project.read_only
        document = queries.documents(workspace.project.database)[0]
        workspace.open_document(document.id)
        workspace.select(next(iter(workspace.opened.annotations)))

        assert seen(window) == []
        assert window.proposing.proposal is None
