"""The start of the window: what it does not wait for."""

import os
import subprocess
import sys
from pathlib import Path

import annotator

START = """
import sys
import annotator.ui.app
late = {f"annotator.formats.{name}" for name in ("every", "sheet", "json_articles", "word", "web_page")}
late |= {"defusedxml", "openpyxl", "mammoth", "ijson", "pypdfium2", "trafilatura", "pyarrow"}
assert not late & set(sys.modules), late & set(sys.modules)
"""


def test_a_window_starts_without_the_formats_of_other_tools_and_their_libraries(tmp_path):
    environment = os.environ | {"PYTHONPATH": str(Path(annotator.__file__).parents[1])}
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
