"""REFI-QDA projects of other tools are read as they meant them."""

import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.options import Options
from annotator.formats.refi_qda.index import MAX_LABEL
from annotator.formats.refi_qda.kind import REFI_QDA
from tests.formats.full import full_bundle
from tests.formats.hostile import damaged, read_or_refuse
from tests.formats.qdpx import ANNA, BEN, HOPE, MINISTER, SOURCE, project, selection, selection_guid, source
from tests.formats.trips import write_into

TEXT = "قال الوزير 😀 إن الأمل كبير.\nانتهى"
HOPED = (TEXT.index("الأمل"), TEXT.index("الأمل") + 5)


def read(path, *, skip=False):
    reading = Reading(Options(), skip=skip)
    return list(REFI_QDA.read(path, reading)), [str(item) for item in reading.faults]


def spans(bundle):
    return [(item.label, item.quote) for item in bundle.layer.annotations]


def test_a_project_of_qualcoder(tmp_path):
    inside = selection(4, 10, name="الوزير", inside="<Description>مذكّرة</Description>")
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT))
    assert (bundle.document.uuid, bundle.document.name, bundle.document.text) == (SOURCE, "مقابلة", TEXT)
    assert bundle.layer.reviewers == ("آنا",)
    (item,) = bundle.layer.annotations
    assert (item.uuid, item.label, item.quote, item.note) == (
        "00000001-0000-4000-8000-0000000000c0",
        "أشخاص > وزير",
        "الوزير",
        "مذكّرة",
    )
    assert bundle.warnings == ()


def test_each_user_has_a_layer_of_the_same_document(tmp_path):
    inside = selection(4, 10) + selection(*HOPED, HOPE, number=2, user=BEN)
    bundles, _ = read(project(tmp_path, source(inside), text=TEXT))
    assert [(item.layer.reviewers, item.document.uuid) for item in bundles] == [
        (("آنا",), SOURCE),
        (("BN",), SOURCE),
    ]
    assert [spans(item) for item in bundles] == [[("أشخاص > وزير", "الوزير")], [("أمل", "الأمل")]]


def test_several_codes_of_one_selection_become_annotations_of_the_same_span(tmp_path):
    second = f'<Coding guid="{"9" * 8}-0000-4000-8000-0000000000c0"><CodeRef targetGUID="{HOPE}"/></Coding>'
    inside = selection(4, 10).replace("</PlainTextSelection>", f"{second}</PlainTextSelection>")
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT))
    assert spans(bundle) == [("أشخاص > وزير", "الوزير"), ("أمل", "الوزير")]


def test_the_folder_of_sources_may_be_written_as_nvivo_does(tmp_path):
    (bundle,), _ = read(project(tmp_path, source(selection(4, 10)), text=TEXT, folder="Sources"))
    assert spans(bundle) == [("أشخاص > وزير", "الوزير")]


def test_the_text_may_stand_in_the_project_itself(tmp_path):
    inside = f"<PlainTextContent>{TEXT}</PlainTextContent>{selection(4, 10)}"
    (bundle,), _ = read(project(tmp_path, source(inside, path="")))
    assert (bundle.document.text, spans(bundle)) == (TEXT, [("أشخاص > وزير", "الوزير")])


@pytest.mark.parametrize(
    ("origin", "name", "warned"),
    [("NVivo 14", "", False), ("MAXQDA 2024", "الأمل", True)],
    ids=["known of the tool", "told by the words"],
)
def test_positions_may_count_utf16(tmp_path, origin, name, warned):
    inside = selection(HOPED[0] + 1, HOPED[1] + 1, HOPE, name=name)
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT, origin=origin))
    assert spans(bundle) == [("أمل", "الأمل")]
    assert any("counted in another way" in item for item in bundle.warnings) is warned


@pytest.mark.parametrize(
    ("origin", "shift", "name"),
    [("ATLAS.ti 23", -1, ""), ("QualCoder", 0, ""), ("Other", -1, "انتهى")],
    ids=["as one, known", "as two, known", "as one, told"],
)
def test_a_line_end_of_two_characters_may_count_for_one(tmp_path, origin, shift, name):
    text = "قال\r\nانتهى"
    inside = selection(5 + shift, 10 + shift, HOPE, name=name)
    (bundle,), _ = read(project(tmp_path, source(inside), text=text, origin=origin))
    assert (bundle.document.text, spans(bundle)) == (text, [("أمل", "انتهى")])


def test_a_byte_order_mark_belongs_to_the_file(tmp_path):
    data = b"\xef\xbb\xbf" + TEXT.encode()
    (bundle,), _ = read(project(tmp_path, source(selection(4, 10, name="الوزير")), text=data))
    assert (bundle.document.text, bundle.document.encoding) == (TEXT, "utf-8-sig")
    assert spans(bundle) == [("أشخاص > وزير", "الوزير")]


def test_a_name_that_is_not_the_words_says_nothing_about_positions(tmp_path):
    (bundle,), _ = read(project(tmp_path, source(selection(4, 10, name="1:3")), text=TEXT))
    assert (spans(bundle), bundle.warnings) == ([("أشخاص > وزير", "الوزير")], ())


def test_notes_on_a_coding_and_on_a_selection_are_its_note(tmp_path):
    refs = ['<NoteRef targetGUID="{n1}"/>', '<NoteRef targetGUID="{N2}"/>']
    inside = selection(4, 10, coded=refs[0]).replace(
        "</PlainTextSelection>", refs[1] + "</PlainTextSelection>"
    )
    after = (
        '<Notes><Note guid="n1" name="a"><PlainTextContent>أولى</PlainTextContent></Note>'
        '<Note guid="n2" plainTextPath="internal://note.txt"/></Notes>'
    )
    path = project(tmp_path, source(inside), text=TEXT, after=after, files={"sources/note.txt": "ثانية"})
    (bundle,), _ = read(path)
    assert bundle.layer.annotations[0].note == "ثانية\n\nأولى"


def test_a_note_may_be_tied_by_a_link_as_nvivo_does(tmp_path):
    after = (
        '<Notes><Note guid="n1"><PlainTextContent>تعليق</PlainTextContent></Note></Notes>'
        f'<Links><Link guid="k1" originGUID="n1" targetGUID="{selection_guid(1)}"/></Links>'
    )
    (bundle,), _ = read(project(tmp_path, source(selection(4, 10)), text=TEXT, after=after))
    assert (bundle.layer.annotations[0].note, bundle.layer.relations) == ("تعليق", ())


def test_links_between_selections_become_relations(tmp_path):
    after = (
        f'<Links><Link guid="{"7" * 8}-0000-4000-8000-000000000001" name="يسبب" direction="OneWay"'
        f' originGUID="{selection_guid(2)}" targetGUID="{selection_guid(1)}"/></Links>'
    )
    inside = selection(4, 10) + selection(*HOPED, HOPE, number=2)
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT, after=after))
    (link,) = bundle.layer.relations
    assert (link.type, link.uuid) == ("يسبب", "77777777-0000-4000-8000-000000000001")
    assert link.source == "00000002-0000-4000-8000-0000000000c0"
    assert link.target == "00000001-0000-4000-8000-0000000000c0"


def test_variables_of_a_source_that_say_something_of_an_article_are_kept(tmp_path):
    names = ["Title", "Date", "Age"]
    before = "".join(
        f'<Variable guid="v{number}" name="{name}" typeOfVariable="Text"/>'
        for number, name in enumerate(names)
    )
    values = ["عنوان", "2024-01-27", "20-29"]
    kinds = ["TextValue", "DateValue", "TextValue"]
    inside = "".join(
        f'<VariableValue><VariableRef targetGUID="v{number}"/><{kind}>{value}</{kind}></VariableValue>'
        for number, (kind, value) in enumerate(zip(kinds, values, strict=True))
    )
    path = project(tmp_path, source(inside), text=TEXT, before=f"<Variables>{before}</Variables>")
    (bundle,), _ = read(path)
    assert (bundle.document.title, bundle.document.published) == ("عنوان", "2024-01-27")
    assert bundle.warnings == ("project.qdpx: left out variables of documents: 1.",)


def test_a_code_of_the_whole_document_stands_on_all_its_text(tmp_path):
    inside = f'<Coding guid="c"><CodeRef targetGUID="{HOPE}"/></Coding>'
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT))
    assert spans(bundle) == [("أمل", TEXT)]
    assert "1 codes of the whole document" in bundle.warnings[0]


def test_what_has_no_place_is_counted_and_told(tmp_path):
    picture = (
        '<PictureSource guid="p" name="صورة" path="internal://p.png"><PictureSelection guid="ps" firstX="1"'
        f' firstY="1" secondX="2" secondY="2"><Coding guid="pc"><CodeRef targetGUID="{HOPE}"/></Coding>'
        "</PictureSelection></PictureSource>"
    )
    before = '<Cases><Case guid="k" name="آنا"><SourceRef targetGUID="s"/></Case></Cases>'
    after = f'<Links><Link guid="l" originGUID="{HOPE}" targetGUID="{MINISTER}"/></Links>'
    inside = f"<Description>وصف</Description>{selection(4, 10, '')}"
    path = project(tmp_path, source(inside) + picture, text=TEXT, before=before, after=after)
    (bundle,), faults = read(path, skip=True)
    assert sorted(item.partition(": left out ")[2] for item in bundle.warnings) == [
        "1 selections that have no code.",
        "cases with their variables: 1.",
        "codes on pictures, pages, sound or film: 1.",
        "descriptions of documents: 1.",
        "links between codes, cases or documents: 1.",
    ]
    assert faults == ["project.qdpx, source “صورة”: The file is empty."]


def test_the_text_of_a_pdf_and_a_transcript_are_read(tmp_path):
    pdf = (
        '<PDFSource guid="p" name="تقرير.pdf" path="internal://p.pdf"><Representation guid="r"'
        f' plainTextPath="internal://text.txt">{selection(4, 10)}</Representation></PDFSource>'
    )
    points = '<SyncPoint guid="s1" timeStamp="0" position="4"/><SyncPoint guid="s2" position="10"/>'
    sound = (
        f'<AudioSource guid="a" name="صوت"><Transcript guid="t"><PlainTextContent>{TEXT}</PlainTextContent>'
        f'{points}<TranscriptSelection guid="ts" fromSyncPoint="s1" toSyncPoint="s2">'
        f'<Coding guid="tc"><CodeRef targetGUID="{HOPE}"/></Coding></TranscriptSelection>'
        "</Transcript></AudioSource>"
    )
    bundles, _ = read(project(tmp_path, pdf + sound, text=TEXT))
    assert [item.document.name for item in bundles] == ["تقرير.pdf", "صوت"]
    assert [spans(item) for item in bundles] == [[("أشخاص > وزير", "الوزير")], [("أمل", "الوزير")]]


def test_a_source_without_codes_is_an_article(tmp_path):
    (bundle,), _ = read(project(tmp_path, source(), text=TEXT))
    assert (bundle.document.text, bundle.layer) == (TEXT, None)


def test_the_project_may_have_the_archives_name(tmp_path):
    path = project(tmp_path, source(), text=TEXT)
    other = tmp_path / "other.qdpx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        new.writestr("other.qde", old.read("project.qde"))
        new.writestr("sources/text.txt", TEXT)
    assert len(read(other)[0]) == 1


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        (selection(4, 4), "no span 4–4"),
        (selection(4, 1000), "no span 4–1000"),
        (selection("x", 10), "no span -1–10"),
        (selection(-4, 10), "no span -1–10"),
        (selection(4, "9" * 40), "no span 4–-1"),
        (selection(4, 10, "none"), "a code that is not there"),
        (selection(4, 10) + selection(5, 9), "stands there twice"),
    ],
)
def test_a_coding_that_cannot_be_used_is_a_fault_and_the_others_stay(tmp_path, inside, problem):
    path = project(tmp_path, source(inside + selection(*HOPED, HOPE, number=5)), text=TEXT)
    (bundle,), faults = read(path, skip=True)
    assert ("أمل", "الأمل") in spans(bundle)
    assert len(faults) == 1
    assert problem in faults[0]
    assert faults[0].startswith("project.qdpx, source “مقابلة”: ")
    with pytest.raises(UserError, match=problem):
        read(path)


def test_a_link_of_a_selection_to_itself_or_to_nothing_is_a_fault(tmp_path):
    ends = [selection_guid(1), "nothing"]
    links = "".join(f'<Link guid="l" originGUID="{selection_guid(1)}" targetGUID="{end}"/>' for end in ends)
    path = project(tmp_path, source(selection(4, 10)), text=TEXT, after=f"<Links>{links}</Links>")
    _, faults = read(path, skip=True)
    assert "leads to nothing" in faults[0]
    assert "with itself" in faults[1]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("absolute:///etc/passwd", "is not in the file; export the project with its sources inside"),
        ("relative://text.txt", "is not in the file"),
        ("internal://../../etc/passwd", "is missing in the file"),
        ("internal:///etc/passwd", "is missing in the file"),
        ("", "The file is empty"),
    ],
)
def test_a_text_outside_the_archive_is_not_looked_for(tmp_path, path, problem):
    sources = source(path=path) + source(guid="b", name="أخرى")
    bundles, faults = read(project(tmp_path, sources, text=TEXT), skip=True)
    assert [item.document.name for item in bundles] == ["أخرى"]
    assert problem in faults[0]


def test_a_source_that_has_only_formatted_text_is_told(tmp_path):
    sources = source(path="").replace("<TextSource ", '<TextSource richTextPath="internal://a.docx" ')
    bundles, faults = read(project(tmp_path, sources + source(guid="b", name="أخرى"), text=TEXT), skip=True)
    assert [item.document.name for item in bundles] == ["أخرى"]
    assert faults[0].endswith("the file has only its formatted text; export the project with plain texts.")


def test_the_same_source_twice_is_a_fault(tmp_path):
    bundles, faults = read(project(tmp_path, source() + source(), text=TEXT), skip=True)
    assert len(bundles) == 1
    assert "its GUID stands there twice" in faults[0]


def test_another_kind_of_archive_or_xml_is_refused(tmp_path):
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x.txt", "x")
    with pytest.raises(UserError, match=r"lacks the part “project\.qde”"):
        read(path)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("project.qde", "<html/>")
    with pytest.raises(UserError, match="is no REFI-QDA project, but “html”"):
        read(path)


def test_a_project_without_a_text_is_refused(tmp_path):
    with pytest.raises(UserError, match="holds no text"):
        read(project(tmp_path, ""))


def test_entities_of_xml_are_refused(tmp_path):
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("project.qde", '<!DOCTYPE a [<!ENTITY b "x">]><Project>&b;</Project>')
    with pytest.raises(UserError, match="defines entities of its own"):
        read(path)


def test_names_of_codes_that_grow_without_end_are_refused(tmp_path):
    deep = "".join(f'<Code guid="g{number}" name="{"x" * 50}">' for number in range(60)) + "</Code>" * 60
    after = f"<CodeBook><Codes>{deep}</Codes></CodeBook>"
    with pytest.raises(UserError, match=f"more than {MAX_LABEL} characters"):
        read(project(tmp_path, source(), text=TEXT, after=after))


def test_users_of_one_name_are_one_person(tmp_path):
    again = ANNA.replace("5c94", "ffff")
    before = f'<Users><User guid="{again}" name="آنا"/></Users>'
    inside = selection(4, 10) + selection(*HOPED, HOPE, number=2, user=again)
    (bundle,), _ = read(project(tmp_path, source(inside), text=TEXT, before=before))
    assert len(bundle.layer.annotations) == 2


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """The parts of a project that has one of everything."""
    folder = tmp_path_factory.mktemp("rich")
    (path,), _ = write_into(REFI_QDA, [full_bundle()], folder)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_project_in_a_sound_archive_is_read_whole_or_refused(data, rich, tmp_path_factory):
    path = tmp_path_factory.mktemp("damaged") / "x.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in rich.items():
            archive.writestr(name, data.draw(damaged(content)))
    read_or_refuse(REFI_QDA, path, skip=data.draw(st.booleans()))
