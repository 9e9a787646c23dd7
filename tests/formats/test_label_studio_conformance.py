"""What Label Studio's own code makes of our export."""

import json

import pytest

from annotator.formats.label_studio.configuration import LABEL_STUDIO_CONFIGURATION, configuration
from tests.formats.hostile import DATA
from tests.formats.records import written
from tests.formats.trips import SCHEME

pytestmark = pytest.mark.filterwarnings("ignore")
SAMPLE = DATA / "label-studio" / "000.json"


@pytest.fixture(scope="module")
def sdk():
    return pytest.importorskip("label_studio_sdk", exc_type=ImportError)


def test_the_configuration_is_one_that_label_studio_takes(sdk):
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(configuration(SCHEME))
    interface.validate()
    (task,) = json.loads(SAMPLE.read_text())
    assert interface.validate_annotation(task["annotations"][0])
    assert interface.validate_task({"data": task["data"]})
    kinds = {control.name: type(control).__name__ for control in interface.controls}
    assert (kinds["label"], kinds["value"], kinds["op"]) == ("LabelsTag", "NumberTag", "ChoicesTag")


def test_the_converter_reads_every_region_and_answer(sdk, tmp_path):
    from label_studio_sdk.converter import Converter

    converter = Converter(configuration(SCHEME), str(tmp_path), download_resources=False)
    (found,) = converter.iter_from_json_file(str(SAMPLE))
    (task,) = json.loads(SAMPLE.read_text())
    regions = [item for item in task["annotations"][0]["result"] if item["type"] == "labels"]
    assert len(found["output"]["label"]) == len(regions) == 112
    text = found["input"]["text"]
    assert all(text[item["start"] : item["end"]] == item["text"] for item in found["output"]["label"])
    assert [item["number"] for item in found["output"]["value"]]
    converter.convert_to_conll2003(str(SAMPLE), str(tmp_path / "out"), is_dir=False)
    assert "B-actor" in (tmp_path / "out" / "result.conll").read_text()


def test_the_configuration_is_written_as_a_file():
    data, _ = written(LABEL_STUDIO_CONFIGURATION, [], text="body")
    assert b'value="$body"' in data
    assert data.startswith(b"<View>")
