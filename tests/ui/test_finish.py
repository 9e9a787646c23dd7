import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import edits, lint
from annotator.core.lint import Finding
from annotator.core.records import Span
from annotator.store import queries
from annotator.ui.linting import sentence_of
from annotator.ui.models.findings import Fold

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def tag(workspace, quote, label):
    start = workspace.opened.text.index(quote)
    workspace.tag(Span(start, start + len(quote)), workspace.label_set.label_by_name[label])
    workspace.select(None)


@pytest.fixture
def wrong(workspace):
    """Article 001 with a claim nobody says and a figure without a value."""
    tag(workspace, "الحوار العراقي", "claim")
    tag(workspace, "واشنطن", "figure")
    return workspace.opened.document


@pytest.fixture
def panel(window):
    return window.finishing.panel


@pytest.fixture(autouse=True)
def quiet(request):
    """Figures that are not annotated are told of in the tests that are about them."""
    if "window" in request.fixturenames and "figures" not in request.fixturenames:
        request.getfixturevalue("window").preferences.set("proposals", "off")


@pytest.fixture
def figures(window, qtbot):
    """How many figures of the article nobody has annotated, once they are found."""
    qtbot.waitUntil(lambda: bool(window.suggesting.open), timeout=10_000)
    return len(window.suggesting.open)


def press(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def rules(panel):
    return [item.rule for item in panel.model.open]


def status(workspace, document):
    return queries.layer(workspace.project.database, document.id, workspace.reviewer.id).status


def test_without_findings_the_article_is_done_at_once(window, workspace):
    before = workspace.opened.document

    press(window, ENTER, CTRL)

    assert status(workspace, before) == "done"
    assert workspace.opened.document.position > before.position
    assert window.docks["finish"].isHidden()
    assert "Nothing looked wrong" in window.status_line.remark.text()


def test_what_looks_wrong_is_listed_first_and_the_list_has_the_focus(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)

    assert status(workspace, wrong) == "started"
    assert workspace.opened.document == wrong
    assert panel.isVisible()
    assert sorted(rules(panel)) == ["no source", "no value"]
    assert panel.list.hasFocus()
    assert panel.head.text().startswith("2 ")


def test_up_and_down_jump_to_each_in_the_article(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    assert workspace.annotation_id == panel.model.open[0].annotation_id

    press(window, Qt.Key.Key_Down)

    assert workspace.annotation_id == panel.model.open[1].annotation_id
    assert panel.list.hasFocus()
    press(window, Qt.Key.Key_Up)
    assert workspace.annotation_id == panel.model.open[0].annotation_id


def test_enter_goes_into_mending(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    press(window, Qt.Key.Key_Down)

    press(window, ENTER)

    assert window.article.hasFocus()
    assert workspace.annotation_id == panel.model.open[1].annotation_id


def test_the_list_follows_what_is_mended(qtbot, window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    figure = next(item for item in panel.model.open if item.rule == "no value")

    workspace.set_attribute(figure.annotation_id, "value", 3)

    qtbot.waitUntil(lambda: "no value" not in rules(panel))
    workspace.undo()
    qtbot.waitUntil(lambda: "no value" in rules(panel))


def test_the_second_time_the_article_is_done_in_spite_of_all(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)

    press(window, ENTER, CTRL)

    assert status(workspace, wrong) == "done"
    assert workspace.opened.document != wrong
    assert not panel.isVisible()


def test_what_was_not_told_yet_holds_it_up_again(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    tag(workspace, "لندن", "figure")

    press(window, ENTER, CTRL)

    assert status(workspace, wrong) == "started"
    assert len(panel.model.open) == 3


def test_a_finding_is_dismissed_with_a_reason(qtbot, window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    first = panel.model.open[0]

    press(window, Qt.Key.Key_D)
    assert panel.dismissing.field.hasFocus()
    qtbot.keyClicks(panel.dismissing.field, "headline")
    press(window, ENTER)

    (kept,) = queries.dismissals(workspace.project.database, workspace.opened.layer.id)
    assert (kept.rule, kept.subject, kept.reason) == (first.rule, first.subject, "headline")
    assert len(panel.model.open) == 1
    assert panel.list.hasFocus()
    assert panel.model.item(1) == Fold(1, is_open=False)
    assert panel.model.index(1).data() == "1 dismissed"


def test_a_reason_is_required(window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    press(window, Qt.Key.Key_D)

    press(window, ENTER)

    assert panel.dismissing.problem.isVisible()
    assert workspace.opened.dismissals == {}
    press(window, Qt.Key.Key_Escape)
    assert panel.list.hasFocus()
    assert not panel.dismissing.isVisible()


def test_a_reason_is_not_taken_for_another_finding(qtbot, window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    press(window, Qt.Key.Key_D)
    qtbot.keyClicks(panel.dismissing.field, "headline")

    workspace.untag([workspace.opened.annotations[panel.current().annotation_id]])
    with qtbot.waitSignal(window.finishing.linting.found):
        window.finishing.linting.look()

    assert not panel.dismissing.isVisible()
    assert panel.list.hasFocus()
    press(window, ENTER)
    assert workspace.opened.dismissals == {}


def test_the_key_that_dismisses_is_known_by_its_place(window, workspace, panel, wrong):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QGuiApplication, QKeyEvent

    press(window, ENTER, CTRL)
    event = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_unknown,
        Qt.KeyboardModifier.NoModifier,
        32 + 8,
        0,
        0,
        "ي",  # D
    )

    QGuiApplication.sendEvent(panel.list, event)

    assert panel.dismissing.field.hasFocus()


def test_what_is_dismissed_is_folded_away_and_can_be_taken_back(qtbot, window, workspace, panel, wrong):
    press(window, ENTER, CTRL)
    for _ in range(2):
        press(window, Qt.Key.Key_D)
        qtbot.keyClicks(panel.dismissing.field, "so be it")
        press(window, ENTER)
    assert panel.model.rowCount() == 1
    press(window, ENTER)
    assert panel.model.rowCount() == 3
    assert "so be it" in panel.model.index(1).data()
    press(window, Qt.Key.Key_Down)
    assert panel.let_stand.text() == "Take back"

    press(window, Qt.Key.Key_D)

    qtbot.waitUntil(lambda: len(panel.model.open) == 1)
    assert len(workspace.opened.dismissals) == 1


def test_dismissed_findings_do_not_hold_it_up(window, workspace, wrong):
    for finding in look(workspace):
        workspace.perform(lambda context, opened: edits.dismiss(context, opened.layer, finding, "fine"))  # noqa: B023

    press(window, ENTER, CTRL)

    assert status(workspace, wrong) == "done"


def look(workspace) -> list[Finding]:
    opened = workspace.opened
    return lint.findings(
        opened.text,
        opened.annotations.values(),
        opened.relations.values(),
        opened.zones,
        workspace.label_set,
        opened.dismissals.values(),
    )


def test_problems_are_looked_for_without_finishing(qtbot, window, workspace, panel, wrong):
    press(window, Qt.Key.Key_F7)

    assert panel.isVisible()
    assert len(panel.model.open) == 2
    assert status(workspace, wrong) == "started"


def test_the_list_follows_to_another_article(qtbot, window, workspace, panel, wrong):
    press(window, Qt.Key.Key_F7)
    workspace.open_document(window.documents.model.summary(2).document.id)

    qtbot.waitUntil(lambda: rules(panel) == [])
    assert panel.head.text() == "Nothing looks wrong."
    workspace.open_document(wrong.id)
    qtbot.waitUntil(lambda: len(rules(panel)) == 2)


def test_a_read_only_project_shows_findings_and_lets_nobody_change_them(start, sample, qtbot):
    other = start(sample)
    workspace = other.workspace
    workspace.open_document(other.window.documents.model.summary(1).document.id)
    tag(workspace, "واشنطن", "figure")
    second = start(sample)
    assert second.workspace.project.read_only
    second.workspace.open_document(workspace.opened.document.id)
    second.window.article.setFocus()

    press(second.window, Qt.Key.Key_F7)

    panel = second.window.finishing.panel
    assert rules(panel) == ["no value"]
    assert not panel.let_stand.isEnabled()
    assert not panel.finish.isEnabled()
    assert "Read-only" in panel.finish.toolTip()
    press(second.window, Qt.Key.Key_D)
    assert not panel.dismissing.isVisible()


def test_a_long_article_is_looked_through_in_the_background(
    qtbot, window, workspace, panel, monkeypatch, wrong
):
    monkeypatch.setattr("annotator.ui.linting._ANNOTATIONS_AT_ONCE", 0)

    press(window, ENTER, CTRL)

    qtbot.waitUntil(panel.isVisible)
    assert sorted(rules(panel)) == ["no source", "no value"]
    assert status(workspace, wrong) == "started"
    press(window, ENTER, CTRL)
    qtbot.waitUntil(lambda: workspace.opened.document != wrong)
    assert status(workspace, wrong) == "done"


def test_the_answer_about_another_article_decides_nothing(qtbot, window, workspace, panel, monkeypatch):
    monkeypatch.setattr("annotator.ui.linting._ANNOTATIONS_AT_ONCE", -1)
    first = workspace.opened.document

    press(window, ENTER, CTRL)
    workspace.open_document(window.documents.model.summary(3).document.id)
    third = workspace.opened.document
    with qtbot.waitSignal(window.finishing.linting.found):
        window.finishing.linting.look()

    assert workspace.opened.document == third
    for document in (first, third):
        layer = queries.layer(workspace.project.database, document.id, workspace.reviewer.id)
        assert layer is None or layer.status != "done"


def test_sentences_call_things_as_the_screen_does(workspace, wrong):
    tag(workspace, "لندن", "location")
    tag(workspace, "لندن", "location")
    (twice,) = [item for item in look(workspace) if item.rule == "repeated"]

    assert "\u2068Location\u2069" in sentence_of(twice, workspace.label_set)


def test_every_rule_has_a_sentence_that_can_be_told(workspace):
    for rule in lint.RULES:
        names = ("quote", "other", "label", "attribute", "attribution", "least", "most", "mark", "zone")
        values = dict.fromkeys((*names, "kind", "source", "target", "comment"), "x")
        finding = Finding(rule.name, rule.severity, None, Span(0, 0), "", values)

        assert "{" not in sentence_of(finding, workspace.label_set)


def test_the_sample_has_only_sensible_findings(start, sample):
    window = start(sample).window

    assert {item.rule for item in look(window.workspace)} == {"crossing"}


def test_of_very_many_findings_the_first_are_shown(window, workspace, panel, monkeypatch, wrong):
    monkeypatch.setattr("annotator.ui.models.findings.SHOWN", 1)

    press(window, Qt.Key.Key_F7)

    assert len(panel.model.open) == 1
    assert panel.head.text().startswith("2 ")
    assert panel.head.text().endswith("the first 1 are shown")


def test_what_is_listed_is_marked_in_the_article(window, workspace, panel, monkeypatch, wrong):
    marks = []
    panel.marked.connect(marks.append)

    press(window, Qt.Key.Key_F7)
    assert marks[-1] == [item.span for item in panel.model.open]

    window.docks.toggle("finish")
    assert marks[-1] == []


def test_escape_goes_back_to_the_article(window, panel, wrong):
    press(window, Qt.Key.Key_F7)

    press(window, Qt.Key.Key_Escape)

    assert window.article.hasFocus()


def test_a_bug_in_the_background_is_told(qtbot, window, workspace, panel, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("annotator.ui.linting._ANNOTATIONS_AT_ONCE", -1)
    monkeypatch.setattr("annotator.core.lint.findings", fail)

    with qtbot.captureExceptions() as caught:
        window.finishing.linting.look()
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


def test_figures_nobody_has_annotated_hold_it_up_once(window, workspace, panel, figures):
    before = workspace.opened.document

    press(window, ENTER, CTRL)

    assert workspace.opened.document == before
    assert panel.list.hasFocus()
    assert panel.list.currentIndex().data() == f"{figures} figures not annotated yet"
    assert panel.head.text() == "1 thing to look at"

    press(window, ENTER, CTRL)

    assert status(workspace, before) == "done"


def test_enter_shows_the_figures_that_are_not_annotated(window, workspace, panel, figures):
    press(window, ENTER, CTRL)

    press(window, ENTER)

    assert window.article.hasFocus()
    assert window.docks.shown("suggestions")
    assert window.suggesting.current == window.suggesting.open[0]
    window.action_set["accept-all"].trigger()
    assert panel.model.unmarked is None


def test_figures_that_are_not_annotated_can_be_dismissed_in_an_article(window, workspace, panel, figures):
    before = workspace.opened.document
    press(window, ENTER, CTRL)

    press(window, Qt.Key.Key_D)

    assert panel.head.text() == "Nothing looks wrong."
    press(window, ENTER, CTRL)
    assert status(workspace, before) == "done"


def test_figures_are_not_told_of_when_proposals_are_switched_off(window, workspace, panel, figures):
    window.preferences.set("proposals", "off")
    before = workspace.opened.document

    press(window, ENTER, CTRL)

    assert status(workspace, before) == "done"
