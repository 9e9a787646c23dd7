"""Attributes with their choices, relation types, kinds of zones."""

from PySide6.QtCore import Qt

from tests.ui.label_set.steps import agreeing, retype, saying, stand_on


def test_attributes_are_added_renamed_required_and_deleted(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    page = labels.attributes
    labels.tabs.setCurrentWidget(page)
    answer(saying("stance"))
    page.add_attribute("choice")
    made = page.attribute()
    assert (made.name, made.type, made.required) == ("stance", "choice", False)
    page.required.click()
    assert page.attribute().required
    answer(saying("for"))
    page.choices.add.click()
    assert page.attribute().choices == ("for",)

    retype(page.fields.name, "attitude")  # nobody has it: at once
    assert page.attribute().name == "attitude"
    page.delete()

    assert "attitude" not in [item.name for item in workspace.label_set.attributes]


def test_a_used_attribute_is_renamed_in_its_annotations(workspace, editor, labels, answer):
    stand_on(editor, "figure")
    labels.tabs.setCurrentWidget(labels.attributes)
    labels.attributes.list.setCurrentRow(0)
    lines = []
    answer(agreeing(lines))

    retype(labels.attributes.fields.name, "amount")

    assert lines[0].startswith("5 annotation")
    found = workspace.project.database.execute(
        "SELECT count(*) FROM annotation WHERE attributes LIKE '%amount%'"
    ).fetchone()
    assert found == (5,)


def test_a_choice_is_renamed_in_its_annotations(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    labels.tabs.setCurrentWidget(labels.attributes)
    lines = []
    labels.attributes.choices.list.setCurrentRow(1)
    answer(saying("newspaper"))
    answer(agreeing(lines))

    labels.attributes.choices.rename()

    assert "newspaper" in labels.attributes.attribute().choices
    assert "annotation" in lines[0]


def test_relation_types_say_what_may_be_linked(workspace, editor):
    page = editor.relations
    editor.tabs.setCurrentWidget(page)
    assert page.kind().name == "attributed_to"

    page.targets.item(1).setCheckState(Qt.CheckState.Checked)

    by_id = workspace.label_set.label_by_id
    kind = workspace.label_set.relation_type_by_name["attributed_to"]
    assert [by_id[row].name for row in kind.target_label_ids] == ["actor", "location"]


def test_a_relation_type_is_deleted_with_its_relations(workspace, editor, answer):
    lines = []
    answer(agreeing(lines))

    editor.relations.delete()

    assert lines[0].startswith("15 relation")
    assert "attributed_to" not in workspace.label_set.relation_type_by_name


def test_kinds_of_zones_are_added_and_renamed(window, workspace, editor, answer):
    answer(saying("advert"))
    editor.zones.add.click()
    editor.tabs.setCurrentWidget(editor.zones)

    retype(editor.zones.fields.name, "advertisement")
    retype(editor.zones.fields.arabic, "إعلان")

    assert workspace.label_set.zone_kind_by_name["advertisement"].titles == {"ar": "إعلان"}
