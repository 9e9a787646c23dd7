import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import edits, label_edits
from annotator.core.records import Span
from annotator.store import queries
from annotator.ui.models.consistency import Finding, GroupHead, RuleHead

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def press(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def settled(qtbot, window):
    qtbot.waitUntil(lambda: window.checking.kept.complete)
    qtbot.waitUntil(lambda: not window.checking.panel._pause.isActive())


@pytest.fixture
def panel(window, qtbot):
    """The panel, open, when all articles have been looked through."""
    press(window, Qt.Key.Key_K, CTRL_SHIFT)
    settled(qtbot, window)
    return window.checking.panel


@pytest.fixture
def first(workspace):
    """The article of the sample that is annotated."""
    return queries.documents(workspace.project.database)[0]


def items(panel):
    return [panel.model.item(row) for row in range(panel.model.rowCount())]


def common(panel, rule):
    return [
        panel.model.common(item.group)
        for item in items(panel)
        if isinstance(item, GroupHead) and item.group.rule == rule
    ]


def stand_on(panel, rule, words, kind=GroupHead):
    """Go to a heading, or to the first row under it, as the person would with the arrows."""
    for row, item in enumerate(items(panel)):
        if isinstance(item, kind) and item.group.rule == rule and panel.model.common(item.group) == words:
            panel.list.setCurrentIndex(panel.model.index(row))
            return item
    raise AssertionError(f"{words} is not listed")


def tag(workspace, quote, label):
    start = workspace.opened.text.index(quote)
    workspace.tag(Span(start, start + len(quote)), workspace.label_set.label_by_name[label])
    workspace.select(None)
    return start


def labels_of(workspace, document, quote):
    layer = queries.layer(workspace.project.database, document.id, workspace.reviewer.id)
    names = workspace.label_set.label_by_id
    found = queries.annotations(workspace.project.database, layer.id)
    return [names[item.label_id].name for item in found if item.quote == quote]


def test_the_panel_is_hidden_until_its_key_and_nothing_is_read_before(window, qtbot):
    assert window.docks["consistency"].isHidden()
    assert window.checking.kept.groups == {}

    press(window, Qt.Key.Key_K, CTRL_SHIFT)

    assert window.checking.panel.isVisible()
    assert window.checking.panel.list.hasFocus()
    settled(qtbot, window)
    press(window, Qt.Key.Key_K, CTRL_SHIFT)
    assert not window.checking.panel.isVisible()
    assert window.article.hasFocus()


def test_findings_are_grouped_by_rule_and_then_by_words(panel):
    kinds = [type(item) for item in items(panel)]
    assert kinds[:3] == [RuleHead, GroupHead, Finding]
    assert common(panel, "labels") == ["واشنطن", "العراق"]
    assert set(common(panel, "unmarked")) == {"القوات الأميركية", "رئيس الوزراء"}
    assert panel.rule.itemText(0) == "All kinds (8)"
    assert panel.model.index(0).data() == "Same words, different labels: 6"
    assert "is Location here and Actor mostly" in panel.model.index(2).data()


def test_left_and_right_fold_and_unfold(window, panel):
    stand_on(panel, "labels", "العراق")
    before = panel.model.rowCount()

    press(window, Qt.Key.Key_Right)
    assert panel.model.rowCount() == before + 5
    press(window, Qt.Key.Key_Down)
    assert isinstance(panel.current(), Finding)
    press(window, Qt.Key.Key_Left)
    assert isinstance(panel.current(), GroupHead)
    press(window, Qt.Key.Key_Left)

    assert panel.model.rowCount() == before


def test_enter_opens_the_article_at_the_finding_and_again_goes_into_it(window, workspace, panel, first):
    item = stand_on(panel, "labels", "واشنطن", Finding)

    press(window, ENTER)

    assert workspace.opened.document == first
    assert workspace.annotation_id == item.row.annotation_id
    assert panel.list.hasFocus()
    press(window, ENTER)
    assert window.article.hasFocus()


def test_enter_on_words_that_are_not_marked_selects_them(window, workspace, panel):
    item = stand_on(panel, "unmarked", "رئيس الوزراء", Finding)

    press(window, ENTER)

    assert workspace.annotation_id is None
    assert workspace.selection == Span(item.row.start, item.row.end)


def test_m_mends_one_finding_as_one_step(qtbot, window, workspace, panel, first):
    stand_on(panel, "labels", "واشنطن", Finding)

    press(window, Qt.Key.Key_M)

    assert set(labels_of(workspace, first, "واشنطن")) == {"actor"}
    settled(qtbot, window)
    assert common(panel, "labels") == ["العراق"]
    assert panel.list.hasFocus()
    workspace.undo()
    assert set(labels_of(workspace, first, "واشنطن")) == {"actor", "location"}
    settled(qtbot, window)
    assert common(panel, "labels") == ["واشنطن", "العراق"]


def test_m_on_a_heading_shows_what_would_change_and_mends_what_is_ticked(
    qtbot, window, workspace, panel, first, answer
):
    stand_on(panel, "labels", "العراق")

    def leave_one_out(dialog):
        assert dialog.ok.text() == "Mend 5"
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.ok.text() == "Mend 4"
        QTest.keyClick(dialog.list, ENTER)

    answer(leave_one_out)
    press(window, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: not workspace.busy)

    assert labels_of(workspace, first, "العراق").count("actor") == 1
    settled(qtbot, window)
    assert len(stand_on(panel, "labels", "العراق").rows) == 1
    workspace.undo()
    assert labels_of(workspace, first, "العراق").count("actor") == 5
    settled(qtbot, window)
    assert len(stand_on(panel, "labels", "العراق").rows) == 5


def test_nothing_is_mended_when_the_preview_is_cancelled(window, workspace, panel, first, answer):
    stand_on(panel, "labels", "العراق")
    before = workspace.project.revision

    answer(lambda dialog: QTest.keyClick(dialog.list, Qt.Key.Key_Escape))
    press(window, Qt.Key.Key_M)

    assert workspace.project.revision == before


def test_words_marked_elsewhere_are_marked_with_m(qtbot, window, workspace, panel, first):
    stand_on(panel, "unmarked", "رئيس الوزراء", Finding)

    press(window, Qt.Key.Key_M)
    settled(qtbot, window)

    assert common(panel, "unmarked") == ["القوات الأميركية"]
    assert labels_of(workspace, first, "رئيس الوزراء") == ["actor", "actor"]


def test_boundaries_are_moved_with_m(qtbot, window, workspace, panel):
    start = tag(workspace, "والعراق", "location")
    settled(qtbot, window)
    stand_on(panel, "boundaries", "العراق", Finding)
    panel.list.setFocus()

    press(window, Qt.Key.Key_M)

    (moved,) = workspace.opened.annotations.values()
    assert (moved.start, moved.quote) == (start + 1, "العراق")


def test_the_list_follows_what_is_done_in_the_article(qtbot, window, workspace, panel):
    tag(workspace, "واشنطن", "location")
    settled(qtbot, window)
    assert len(stand_on(panel, "labels", "واشنطن").rows) == 2

    workspace.undo()
    settled(qtbot, window)

    assert len(stand_on(panel, "labels", "واشنطن").rows) == 1


def test_a_finding_is_dismissed_with_a_reason_and_taken_back(qtbot, window, workspace, panel, first):
    stand_on(panel, "labels", "واشنطن", Finding)

    press(window, Qt.Key.Key_D)
    assert panel.reason.field.hasFocus()
    qtbot.keyClicks(panel.reason.field, "the city")
    press(window, ENTER)
    settled(qtbot, window)

    assert common(panel, "labels") == ["العراق"]
    layer = queries.layer(workspace.project.database, first.id, workspace.reviewer.id)
    (kept,) = queries.dismissals(workspace.project.database, layer.id)
    assert (kept.rule, kept.reason) == ("labels", "the city")
    panel.stood.click()
    stand_on(panel, "labels", "واشنطن", Finding)
    assert panel.let_stand.text() == "Take back"
    panel.list.setFocus()
    press(window, Qt.Key.Key_D)
    settled(qtbot, window)
    assert queries.dismissals(workspace.project.database, layer.id) == []


def test_what_is_dismissed_is_in_view_while_its_reason_is_asked(window, panel):
    for row in range(panel.model.rowCount()):
        panel.list.setCurrentIndex(panel.model.index(row))
        if isinstance(panel.current(), Finding) and row > 8:
            break
    press(window, Qt.Key.Key_D)

    assert panel.reason.isVisible()
    here = panel.list.visualRect(panel.list.currentIndex())
    assert panel.list.viewport().rect().contains(here)


def test_a_group_is_dismissed_as_one_step(qtbot, window, workspace, panel, first):
    stand_on(panel, "labels", "العراق")

    press(window, Qt.Key.Key_D)
    qtbot.keyClicks(panel.reason.field, "by context")
    press(window, ENTER)
    qtbot.waitUntil(lambda: not workspace.busy)
    settled(qtbot, window)

    layer = queries.layer(workspace.project.database, first.id, workspace.reviewer.id)
    assert len(queries.dismissals(workspace.project.database, layer.id)) == 5
    assert common(panel, "labels") == ["واشنطن"]
    workspace.undo()
    assert queries.dismissals(workspace.project.database, layer.id) == []


def test_a_reason_is_required(window, workspace, panel):
    stand_on(panel, "labels", "العراق")
    before = workspace.project.revision

    press(window, Qt.Key.Key_D)
    press(window, ENTER)

    assert panel.reason.problem.text() == "Say why this may stand."
    assert workspace.project.revision == before
    press(window, Qt.Key.Key_Escape)
    assert panel.list.hasFocus()


def test_a_figure_without_a_value_is_filled_in_where_it_stands(qtbot, window, workspace, panel):
    tag(workspace, "الحوار", "figure")
    workspace.set_attribute(next(iter(workspace.opened.annotations)), "value", None)
    settled(qtbot, window)
    row = next(
        place
        for place, item in enumerate(items(panel))
        if isinstance(item, Finding) and item.group.rule == "no value"
    )
    panel.list.setCurrentIndex(panel.model.index(row))
    panel.list.setFocus()

    press(window, Qt.Key.Key_M)

    assert workspace.annotation is not None
    assert window.inspector.isAncestorOf(window.focusWidget())


def test_only_one_kind_and_only_this_article_can_be_listed(qtbot, window, workspace, panel):
    panel.rule.setCurrentIndex(panel.rule.findData("unmarked"))
    panel.rule.activated.emit(panel.rule.currentIndex())
    assert {item.rule for item in items(panel) if isinstance(item, RuleHead)} == {"unmarked"}

    panel.here.click()

    assert items(panel) == []


def test_another_reviewer_has_findings_of_their_own(qtbot, window, workspace, panel):
    workspace.add_reviewer("second")
    settled(qtbot, window)

    assert items(panel) == []
    assert panel.others.isVisible()
    assert panel.head.text() == "Nothing is marked in two ways."


def test_others_can_be_compared_with_as_soon_as_there_are_some(workspace, panel):
    assert not panel.others.isVisible()
    project = workspace.project
    context = project.context(workspace.reviewer.id)
    project.apply(edits.add_reviewer(context, "second", queries.reviewers(project.database)))
    assert panel.others.isVisible()


def test_a_label_no_longer_offered_is_not_what_others_should_have(qtbot, window, workspace, panel, first):
    workspace.open_document(first.id)
    tag(workspace, "واشنطن", "location")
    settled(qtbot, window)
    before = window.checking.kept.groups["labels", "واشنطن"]
    actor = workspace.label_set.label_by_name["actor"]
    assert before.label_id == actor.id

    project = workspace.project
    context = project.context(workspace.reviewer.id)
    project.apply(label_edits.retire_label(context, workspace.label_set, actor))
    settled(qtbot, window)

    after = window.checking.kept.groups["labels", "واشنطن"]
    assert after.label_id == workspace.label_set.label_by_name["location"].id
    assert len(after.rows) > len(before.rows)


def test_layers_of_others_are_compared_if_a_person_says_so(qtbot, window, workspace, panel, first):
    workspace.add_reviewer("second")
    workspace.open_document(first.id)
    tag(workspace, "واشنطن", "location")
    settled(qtbot, window)
    assert common(panel, "labels") == []

    panel.others.click()
    settled(qtbot, window)

    (group,) = [
        item.group for item in items(panel) if isinstance(item, GroupHead) and item.group.rule == "labels"
    ]
    assert [count for _, count in group.counts] == [8, 2]
    assert [row.document_id for row in group.rows] == [first.id]


def test_in_arabic_the_arrows_unfold_the_way_one_reads(start, sample, qtbot):
    sanad = start(sample, language="ar")
    window = sanad.window
    sanad.workspace.open_document(queries.documents(sanad.workspace.project.database)[0].id)
    window.article.setFocus()
    press(window, Qt.Key.Key_K, CTRL_SHIFT)
    settled(qtbot, window)
    panel = window.checking.panel
    stand_on(panel, "labels", "العراق")
    before = panel.model.rowCount()

    press(window, Qt.Key.Key_Left)

    assert panel.model.rowCount() == before + 5


def test_the_annotations_of_a_sentence_are_copied_to_its_twin(qtbot, window, workspace, panel):
    text = "أعلن التحالف انسحاب القوات من لندن.\nأعلن التحالف انسحاب القوات من لندن!\n"
    document = import_text(workspace, text)
    workspace.open_document(document.id)
    tag(workspace, "لندن", "location")
    settled(qtbot, window)
    group = stand_on(panel, "twins", text.partition("\n")[0]).group
    panel.list.setCurrentIndex(panel.model.index(panel.list.currentIndex().row() + 1))
    panel.list.setFocus()

    press(window, Qt.Key.Key_M)

    assert [item.quote for item in workspace.opened.in_order()] == ["لندن", "لندن"]
    settled(qtbot, window)
    assert group.key not in window.checking.kept.groups


def test_the_preview_shows_boundaries_as_they_would_be(qtbot, window, workspace, panel, answer):
    tag(workspace, "والعراق", "location")
    settled(qtbot, window)
    stand_on(panel, "boundaries", "العراق")
    panel.list.setFocus()
    seen = []

    def look(dialog):
        seen.extend(line.quote for line in dialog.lines.lines)
        dialog.reject()

    answer(look)
    press(window, Qt.Key.Key_M)

    assert seen == ["العراق"]


def import_text(workspace, text):
    """Add an article, as an import does."""
    from hashlib import sha256

    from annotator.core.change import Change, Transaction
    from annotator.core.records import Document

    context = workspace.project.context(workspace.reviewer.id)
    document = Document(
        id=context.new_id(),
        uuid=context.new_uuid(),
        name="added.txt",
        position=99,
        text_sha256=sha256(text.encode()).hexdigest(),
        length=len(text),
    )
    change = Change(None, document)
    workspace.project.apply(
        Transaction("import", (change,), workspace.reviewer.id, context.at, "added.txt"), [text]
    )
    return document
