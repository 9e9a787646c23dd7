"""One line of gold from beginning to end: desk, replay, comparison, report."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from annotator.formats.bundle import Bundle, BundleEntity
from tests.replay import report
from tests.replay.comparing import differences
from tests.replay.desk import desk, made
from tests.replay.replaying import Replay


def replayed(
    application: QApplication,
    bundle: Bundle,
    entities: tuple[BundleEntity, ...],
    *,
    mouse: bool = True,
    proposals: bool = True,
    scheme: Path | None = None,
) -> dict[str, Any]:
    """Do a line again in a window of its own; what it took, and what is different."""
    bundle = replace(bundle, entities=entities)
    with desk(application, bundle, scheme, proposals=proposals) as (sanad, path):
        replay = Replay(sanad.window, bundle, mouse, proposals)
        replay.run()
        sanad.workspace.close_project()
        layer, made_entities = made(path)
        return report.summary(
            replay, differences(bundle.document.text, replay.layer, layer, entities, made_entities)
        )
