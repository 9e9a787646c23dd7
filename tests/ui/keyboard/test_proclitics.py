"""Proclitics left out of what a key tags, and the key that takes them in."""

from annotator.core import label_edits
from annotator.core.records import Span
from annotator.text.proclitics import vocabulary_of
from tests.ui.keyboard.steps import SCAN_C, Key, caret, press, quotes, select, type_at


def test_one_key_tags_the_word_without_its_proclitic(window, workspace):
    caret(window, "والتعاون")

    press(window, Key.Key_4)

    assert quotes(workspace) == ["التعاون"]


def test_c_cycles_the_cut_of_the_annotation_and_of_the_selection(window, workspace):
    caret(window, "والتعاون")
    press(window, Key.Key_4)

    type_at(window, SCAN_C, "ؤ")
    assert quotes(workspace) == ["والتعاون"]
    type_at(window, SCAN_C, "ؤ")
    assert quotes(workspace) == ["التعاون"]

    workspace.select(None)
    select(window, "التعاون")
    press(window, Key.Key_C)
    assert window.article.selection().quote(window.article.text) == "والتعاون"


def test_a_project_that_takes_words_whole_does_so(window, workspace):
    workspace.perform_in_project(
        lambda context: label_edits.set_proclitics(context, workspace.label_set, "whole")
    )
    caret(window, "والتعاون")

    press(window, Key.Key_4)

    assert quotes(workspace) == ["والتعاون"]


def test_the_words_of_all_articles_tell_proclitics(window, workspace, qtbot):
    qtbot.waitUntil(lambda: window.vocabulary.complete)
    texts = []
    for row in range(5):
        workspace.open_document(window.documents.model.summary(row).document.id)
        texts.append(workspace.opened.text)

    assert window.vocabulary.current.attested == vocabulary_of(texts)
    assert window.article.snapping.vocabulary == window.vocabulary.current


def test_exactly_what_is_selected_is_tagged(window, workspace):
    start = window.article.text.index("واشنطن")
    window.article.select(Span(start, start + 7))  # with the space after it

    press(window, Key.Key_1)

    assert quotes(workspace) == ["واشنطن "]
