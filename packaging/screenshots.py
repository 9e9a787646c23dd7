"""The pictures of the README: the window on the sample, in both languages, light and dark."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.exchange.sample import make_sample  # noqa: E402
from annotator.ui.app import render_window  # noqa: E402

FOLDER = ROOT / "packaging" / "screenshots"


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "sample.sanad"
        make_sample(project)
        for language in ("en", "ar"):
            for dark in (False, True):
                picture = FOLDER / f"window-{language}{'-dark' if dark else ''}.png"
                render_window(project, picture, language=language, dark=dark)
                print(picture.relative_to(ROOT))


if __name__ == "__main__":
    main()
