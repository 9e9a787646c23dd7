import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.store import queries
from annotator.ui.dialogs.merge_entities import MergeDialog

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def key(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def offered(window):
    listed = window.inspector.picker.list
    return [listed.item(row).text() for row in range(listed.count())]


def entity(workspace, name, label="actor"):
    wanted = workspace.label_set.label_by_name[label].id
    found = queries.entities(workspace.project.database)
    return next((item for item in found if item.name == name and item.label_id == wanted), None)


def annotation(workspace, part, label="actor"):
    wanted = workspace.label_set.label_by_name[label].id
    ordered = workspace.opened.in_order()
    return next(item for item in ordered if item.label_id == wanted and part in item.quote)


@pytest.fixture
def in_sample(window, workspace):
    """The annotated article is open."""
    workspace.open_document(window.documents.model.summary(0).document.id)
    window.article.setFocus()


@pytest.fixture
def tagged(window, workspace):
    """A new mention in an article that has none."""
    start = window.article.text.index("واشنطن")
    window.article.select(Span(start, start + len("واشنطن")))
    key(window, Qt.Key.Key_1)
    return workspace.annotation


@pytest.fixture
def panel(window, in_sample):
    window.action_set["entities-panel"].trigger()
    return window.entities


def choose(panel, *names):
    selection = panel.list.selectionModel()
    selection.clearSelection()
    for row in range(panel.model.rowCount()):
        if panel.model.entry(row).entity.name in names:
            flag = QItemSelectionModel.SelectionFlag.Select
            selection.setCurrentIndex(panel.model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
            selection.select(panel.model.index(row), flag)


def test_what_is_not_known_yet_is_made_by_two_keys(window, workspace):
    start = window.article.text.index("لندن")
    window.article.select(Span(start, start + len("لندن")))
    key(window, Qt.Key.Key_1)
    tagged = workspace.annotation

    key(window, Qt.Key.Key_E)
    assert offered(window)[0] == "New: \u2068لندن\u2069"
    key(window, ENTER)

    assert workspace.annotation.entity_id == entity(workspace, "لندن").id
    assert window.article.hasFocus()
    workspace.undo()
    assert entity(workspace, "لندن") is None
    assert workspace.opened.annotations[tagged.id].entity_id is None


def test_what_the_same_words_mean_elsewhere_in_the_article_comes_first(window, workspace, in_sample):
    first = annotation(workspace, "واشنطن")
    meant = workspace.entity(first.entity_id).name
    start = window.article.text.index("واشنطن", first.end)
    window.article.select(Span(start, start + len("واشنطن")))
    key(window, Qt.Key.Key_1)
    assert workspace.annotation.entity_id is None

    key(window, Qt.Key.Key_E)
    assert offered(window)[0] == meant
    key(window, ENTER)

    assert workspace.annotation.entity_id == first.entity_id


def test_what_the_same_words_mean_in_other_articles_comes_first(window, workspace, tagged):
    from annotator.core import edits

    known = entity(workspace, "التحالف الدولي")
    workspace.perform(lambda context, opened: edits.link_entity(context, opened.layer, tagged, known))
    workspace.open_document(window.documents.model.summary(2).document.id)
    window.article.setFocus()
    start = window.article.text.index("واشنطن")
    window.article.select(Span(start, start + len("واشنطن")))
    key(window, Qt.Key.Key_1)

    key(window, Qt.Key.Key_E)

    assert "التحالف الدولي" in offered(window)[:2]


def test_typing_finds_names_however_they_are_spelt(window, workspace, tagged):
    key(window, Qt.Key.Key_E)
    window.focusWidget().insert("الحكومه")

    assert offered(window)[0] == "الحكومة العراقية"
    assert offered(window)[-1] == "New: \u2068الحكومه\u2069"


def test_a_new_name_can_be_typed(window, workspace, tagged):
    key(window, Qt.Key.Key_E)
    window.focusWidget().insert("حكومة بعيدة جدا")
    key(window, ENTER)

    assert workspace.entity(workspace.annotation.entity_id).name == "حكومة بعيدة جدا"


def test_an_alias_is_found(window, workspace, in_sample, tagged):
    from annotator.core import edits

    known = entity(workspace, "التحالف الدولي")
    workspace.perform_in_project(lambda context: edits.set_aliases(context, known, ["coalition"]))
    workspace.select(annotation(workspace, "واشنطن").id)

    key(window, Qt.Key.Key_E)
    window.focusWidget().insert("coal")

    assert offered(window)[0] == "التحالف الدولي"


def test_a_mention_is_unlinked_by_key_and_by_button(window, workspace, in_sample):
    found = annotation(workspace, "واشنطن")
    workspace.select(found.id)

    key(window, Qt.Key.Key_E)
    QTest.keyClicks(window.focusWidget(), "0")
    assert workspace.annotation.entity_id is None

    workspace.undo()
    assert workspace.annotation.entity_id == found.entity_id
    window.inspector.entity.unlink.click()
    assert workspace.annotation.entity_id is None


def test_labels_without_entities_offer_none(window, workspace, in_sample):
    workspace.select(annotation(workspace, "2500", "figure").id)

    assert not window.inspector.entity.isVisible()
    assert not window.action_set["entity"].isEnabled()


def test_the_panel_is_hidden_until_it_is_asked_for(window, in_sample):
    assert not window.docks["entities"].isVisible()

    window.action_set["entities-panel"].trigger()

    assert window.docks["entities"].isVisible()
    assert window.action_set["entities-panel"].isChecked()


def test_the_panel_lists_all_with_their_mentions(panel, workspace):
    assert panel.model.rowCount() == len(queries.entities(workspace.project.database))

    choose(panel, "التحالف الدولي")

    assert panel.name.text() == "التحالف الدولي"
    assert panel.mentions_model.rowCount() == panel._selected()[0].mentions > 1
    assert panel.mentions_model.mention(0).annotation.quote in panel.mentions_model.context(0)


def test_the_filter_folds(panel, qtbot):
    panel.filter.setText("الحكومه العراقيه")

    assert [panel.model.entry(row).entity.name for row in range(panel.model.rowCount())] == [
        "الحكومة العراقية"
    ]


def test_an_entity_is_renamed_in_place(panel, window, workspace):
    choose(panel, "التحالف الدولي")
    panel.name.setFocus()
    panel.name.selectAll()
    QTest.keyClicks(panel.name, "Coalition")
    QTest.keyClick(panel.name, ENTER)

    assert entity(workspace, "Coalition") is not None
    assert panel.name.text() == "Coalition"
    workspace.undo()
    assert panel.name.text() == "التحالف الدولي"


def test_a_name_that_is_taken_is_refused_in_words(panel, window, workspace):
    choose(panel, "التحالف الدولي")
    panel.name.setFocus()
    panel.name.selectAll()
    panel.name.insert("الجيش العراقي")
    QTest.keyClick(panel.name, ENTER)

    assert "already an entity" in window.banner.sentence.text()
    assert panel.name.text() == "التحالف الدولي"


def test_aliases_are_kept_when_the_focus_leaves_them(panel, window, workspace):
    choose(panel, "التحالف الدولي")
    panel.aliases.setFocus()
    panel.aliases.insert("Coalition؛ CJTF")
    window.article.setFocus()

    assert entity(workspace, "التحالف الدولي").aliases == ("Coalition", "CJTF")


def test_merging_shows_what_comes_of_it_and_is_undone_in_one_step(panel, workspace, answer):
    one, two = "الجيش العراقي", "التحالف الدولي"
    choose(panel, one, two)
    mentions = sum(entry.mentions for entry in panel._selected())
    seen = []

    def agree(dialog):
        assert isinstance(dialog, MergeDialog)
        seen.append(dialog.preview.text())
        dialog.accept()

    answer(agree)
    panel.merge.click()

    assert str(mentions) in seen[0]
    assert one in seen[0]
    assert entity(workspace, one) is None
    assert entity(workspace, two).aliases == (one,)
    assert [entry.mentions for entry in panel._selected()] == [mentions]
    workspace.undo()
    assert entity(workspace, one) is not None
    assert entity(workspace, two).aliases == ()


def test_entities_of_different_labels_are_not_merged(panel, workspace):
    first = {}
    for row in range(panel.model.rowCount()):
        found = panel.model.entry(row).entity
        first.setdefault(found.label_id, found.name)
    choose(panel, *first.values())

    assert len(first) > 1
    assert not panel.merge.isEnabled()


def test_removing_says_how_many_mentions_stay_and_can_be_undone(panel, workspace):
    choose(panel, "التحالف الدولي")
    count = panel._selected()[0].mentions
    assert str(count) in panel.remove.toolTip()

    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)

    assert entity(workspace, "التحالف الدولي") is None
    assert len(workspace.opened.annotations) == 112
    workspace.undo()
    assert entity(workspace, "التحالف الدولي") is not None


def test_a_mention_is_gone_to_across_articles(panel, window, workspace):
    choose(panel, "التحالف الدولي")
    wanted = panel.mentions_model.mention(1).annotation
    workspace.open_document(window.documents.model.summary(2).document.id)
    panel.list.setFocus()

    key(window, ENTER)
    key(window, Qt.Key.Key_Down)
    key(window, ENTER)

    assert workspace.opened.document.id == window.documents.model.summary(0).document.id
    assert workspace.annotation_id == wanted.id


def test_the_panel_follows_what_is_linked_elsewhere(panel, window, workspace):
    choose(panel, "التحالف الدولي")
    before = panel._selected()[0].mentions
    found = annotation(workspace, "التحالف الدولي")
    workspace.select(found.id)

    window.inspector.entity.unlink.click()

    assert panel._selected()[0].mentions == before - 1


def test_a_narrowed_list_lets_its_project_go(qtbot, window, panel):
    panel.filter.setText(panel.model.entry(0).entity.name)
    choose(panel, panel.model.entry(0).entity.name)
    window.action_set["entities-panel"].trigger()

    with qtbot.captureExceptions() as caught:
        window.projects.close()

    assert caught == []
