import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats import parquet
from annotator.formats.format import Reading
from annotator.formats.parquet import PARQUET
from annotator.formats.registry import format_of
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import prove_sample, read_file, spans, written
from tests.formats.trips import bundles, comparable, read_from, write_into

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def table(tmp_path):
    """Writes rows as another program would."""

    def write(*rows, name="file.parquet"):
        pq.write_table(pa.Table.from_pylist(list(rows)), tmp_path / name)
        return tmp_path / name

    return write


def read(path, *, skip=False):
    assert format_of(path) is PARQUET
    reading = Reading(PARQUET.reading(), skip=skip)
    return list(PARQUET.read(path, reading)), [str(fault) for fault in reading.faults]


def test_columns_are_named_as_in_gold(tmp_path):
    files, _ = write_into(PARQUET, [full_bundle()], tmp_path)
    (row,) = pq.read_table(files[0]).to_pylist()
    assert list(row) == [
        *("id", "name", "text", "text_sha256", "metadata", "layer"),
        *("annotations", "relations", "zones", "entities"),
    ]
    figure = row["annotations"][2]
    assert figure["quote"] == row["text"][figure["start"] : figure["end"]]
    values = {item["name"]: (item["text"], item["integer"], item["number"]) for item in figure["attributes"]}
    assert values == {"value": (None, 2500, None), "op": ("~", None, None)}
    assert row["layer"]["reviewers"] == ["الأول", "الثاني"]


def test_row_groups_are_written_one_after_the_other(monkeypatch, tmp_path):
    monkeypatch.setattr(parquet, "_GROUP_ROWS", 3)
    asked = []

    def endless():
        for number in range(10):
            asked.append(number)
            yield full_bundle()

    parts = PARQUET.write(endless(), None)
    next(parts)
    assert len(asked) == 3
    files, _ = write_into(PARQUET, [full_bundle()] * 10, tmp_path)
    assert pq.ParquetFile(files[0]).metadata.num_row_groups == 4
    assert len(read(files[0])[0]) == 10


def test_long_texts_make_small_row_groups(monkeypatch, tmp_path):
    monkeypatch.setattr(parquet, "_GROUP_CHARACTERS", 100)
    files, _ = write_into(PARQUET, [full_bundle()] * 4, tmp_path)
    assert pq.ParquetFile(files[0]).metadata.num_row_groups == 2


def test_nothing_is_a_file_without_rows(tmp_path):
    files, _ = write_into(PARQUET, [], tmp_path)
    assert pq.read_table(files[0]).num_rows == 0
    assert read(files[0]) == ([], [])


def test_a_document_without_a_layer_stays_one(tmp_path):
    files, _ = write_into(PARQUET, [replace(full_bundle(), layer=None)], tmp_path)
    ((back,), _) = read(files[0])
    assert back.layer is None
    assert back.document == full_bundle().document


@given(originals=st.lists(bundles(), max_size=3))
@settings(max_examples=15, deadline=None)
def test_types_of_values_are_kept(originals, tmp_path_factory):
    files, _ = write_into(PARQUET, originals, tmp_path_factory.mktemp("x"))
    for back, original in zip(read_from(PARQUET, files), originals, strict=True):
        assert comparable(back, PARQUET.loses) == comparable(original, PARQUET.loses)
        for one, other in zip(back.layer.annotations, original.layer.annotations, strict=True):
            for name, value in one.attributes.items():
                assert type(value) is type(other.attributes[name])


TEXT = "قال أحمد في بغداد"


@pytest.mark.parametrize(
    "row",
    [
        {"spans": [{"start": 4, "end": 8, "label": "PER"}]},
        {"entities": [{"start_offset": 4, "end_offset": 8, "label": "PER", "id": 1}]},
        {"annotations": {"start": [4], "end": [8], "label": ["PER"]}},
        {"label": [["4", "8", "PER"]]},
    ],
)
def test_tables_of_others_with_texts_and_spans_are_read(table, row):
    ((bundle,), _) = read(table({"text": TEXT, "title": "عنوان", **row}))
    assert spans(bundle) == [("PER", "أحمد")]
    assert (bundle.document.title, bundle.document.name) == ("عنوان", "file.parquet:1")


def test_columns_an_article_has_no_place_for_are_told(table):
    ((bundle,), _) = read(table({"text": TEXT, "topic": "t", "label": [["4", "8", "PER"]]}))
    assert "“topic”" in bundle.warnings[0]


def test_what_is_wrong_stops_the_reading_or_is_listed(table):
    path = table(
        {"text": TEXT, "spans": [{"start": 4, "end": 99, "label": "PER"}]}, {"text": "", "spans": []}
    )
    with pytest.raises(UserError, match=r"^file.parquet, row 1: there is no span 4–99"):
        read(path)
    _, faults = read(path, skip=True)
    assert [re.match("file.parquet, row ([12])", fault)[1] for fault in faults] == ["1", "2"]


def test_what_is_no_parquet_or_has_no_texts_is_refused(table, tmp_path):
    with pytest.raises(UserError, match="has no column “text”"):
        read(table({"body": TEXT}))
    with pytest.raises(UserError, match="is no Parquet file, or is damaged"):
        read_file(PARQUET, tmp_path, b"PAR1 and nothing more", "x.parquet")


def test_a_file_that_unpacks_to_too_much_is_refused(table, monkeypatch):
    monkeypatch.setattr(parquet, "_MAX_GROUP_BYTES", 1000)
    with pytest.raises(UserError, match="it is refused"):
        read(table(*[{"text": "x" * 1000 + str(n)} for n in range(9)]))


def test_a_missing_library_is_told_with_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for ask in (lambda: written(PARQUET, [full_bundle()]), lambda: read(DATA / "parquet" / "000.parquet")):
        with pytest.raises(UserError, match=r"pip install 'sanad\[parquet\]'"):
            ask()


def test_the_sample_reads_as_the_seeds_annotations():
    prove_sample(PARQUET, DATA / "parquet" / "000.parquet")


@pytest.mark.filterwarnings("ignore")
def test_the_datasets_library_reads_every_column(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    folder = tmp_path / "data"
    write_into(PARQUET, [full_bundle()] * 3, folder)
    (folder / "data.parquet").rename(folder / "train.parquet")
    write_into(PARQUET, [full_bundle()], folder)
    (folder / "data.parquet").rename(folder / "test.parquet")
    loaded = datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))
    assert {name: part.num_rows for name, part in loaded.items()} == {"train": 3, "test": 1}
    row = loaded["train"][0]
    for item in row["annotations"]:
        assert row["text"][item["start"] : item["end"]] == item["quote"]
    assert row["annotations"][2]["attributes"][0]["integer"] == 2500
    assert row["relations"][0]["type"] == "attributed_to"
