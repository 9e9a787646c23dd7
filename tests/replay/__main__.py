"""Do a gold file again in the real window, and report what it took: ``python -m tests.replay [GOLD]``."""

import argparse
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from annotator.core.errors import UserError  # noqa: E402
from annotator.exchange.importing import read_file  # noqa: E402
from annotator.ui.app import make_application  # noqa: E402
from tests.replay import report  # noqa: E402
from tests.replay.desk import SCHEME  # noqa: E402
from tests.replay.doing import replayed  # noqa: E402


def main() -> int:
    """Replay each line; 1 if any was not reproduced exactly."""
    arguments = _arguments()
    scheme = arguments.gold.with_name(SCHEME)
    application = make_application()
    found, entities = [], ()
    try:
        for bundle in read_file(arguments.gold):
            entities = bundle.entities or entities
            for mouse in (False,) if arguments.keys else (True,) if arguments.mouse else (True, False):
                both = [
                    replayed(
                        application,
                        bundle,
                        entities,
                        mouse=mouse,
                        proposals=proposals,
                        scheme=scheme if scheme.exists() else None,
                    )
                    for proposals in (False, True)
                ]
                found += both
                print(*map(report.table, both), report.comparison(*both), sep="\n\n", end="\n\n")
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    arguments.output.parent.mkdir(exist_ok=True)
    arguments.output.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    exact = not any(result["differences"] or result["problems"] for result in found)
    print("reproduced exactly" if exact else "NOT reproduced exactly")
    return 0 if exact else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.replay", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "seeds" / "gold" / "000.jsonl")
    parser.add_argument("--keys", action="store_true", help="without the mouse only")
    parser.add_argument("--mouse", action="store_true", help="with keys and mouse only")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "replay.json")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
