"""What the file in hand has brought to an import so far, to be kept or taken back."""

from collections.abc import Iterable

from msgspec import Struct, field

from annotator.exchange.making import Made
from annotator.exchange.reporting import ImportReport
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity, BundleLayer


class InHand(Struct):
    """One file; a new one for each."""

    report: ImportReport = field(default_factory=ImportReport)
    is_begun: bool = False
    """Whether anything of it can have come."""
    is_saved: bool = False
    """Whether the project can be taken back to before this file."""
    documents: set[str] = field(default_factory=set)
    """UUIDs of those that are new."""
    reviewers: dict[str, int] = field(default_factory=dict)
    entities: dict[str, int] = field(default_factory=dict)
    compared: dict[str, BundleComparison] = field(default_factory=dict)
    """What is to be said of pairs of annotations."""
    along: dict[str, BundleEntity] = field(default_factory=dict)
    """Entities that came with bundles that did not go in: others may mention them."""
    compared_along: dict[str, BundleComparison] = field(default_factory=dict)
    """As with the entities."""
    making: Made | None = None
    """What was to be made new in the label set before this file made it."""

    def wait(self, bundle: Bundle) -> None:
        """Keep what came along with a bundle that does not go in, for the next that does."""
        self.along |= {item.uuid: item for item in bundle.entities}
        self.compared_along |= {item.uuid: item for item in bundle.comparisons}

    def compare(self, comparisons: Iterable[BundleComparison] = ()) -> None:
        """Have comparisons brought, and those that came along before."""
        self.compared |= self.compared_along | {item.uuid: item for item in comparisons}
        self.compared_along = {}

    def awaited(self, layer: BundleLayer | None, *, exact: bool) -> list[BundleEntity]:
        """Of what came along with bundles that did not go in: all of gold, else what a layer mentions."""
        if not self.along:
            return []
        mentioned = {item.entity for item in layer.annotations} if layer else set()
        return [item for uuid, item in self.along.items() if exact or uuid in mentioned]

    def mentioned(self, bundle: Bundle, layer: BundleLayer) -> tuple[BundleEntity, ...]:
        """The entities a layer mentions, of all that came with its file until now."""
        wanted = {item.entity for item in layer.annotations} - {None}
        if not wanted:
            return ()
        return tuple(item for item in (*self.along.values(), *bundle.entities) if item.uuid in wanted)
