"""Names for the files of a format that writes one for each document and layer."""

from typing import Any

from annotator.formats.bundle import Bundle
from annotator.formats.file_names import FileNames
from annotator.formats.format import Writing


class LayerFiles:
    """Gives each bundle a path of its own; where documents have several layers, in the reviewer's folder."""

    def __init__(self, writing: Writing[Any], *taken: str) -> None:
        self._several = writing.several_layers
        self._taken = taken
        self._folder_names = FileNames()
        self._folders: dict[tuple[str, str], str] = {}
        self._names: dict[str, FileNames] = {}

    def folder(self, bundle: Bundle) -> str:
        """The folder of a bundle's file: empty, or with ``/`` at its end."""
        if not self._several:
            return ""
        layer = bundle.layer
        key = (layer.kind, layer.reviewers[0]) if layer else ("", "")
        if key not in self._folders:
            name = key[1] or "no reviewer" if key[0] != "adjudicated" else "adjudicated"
            self._folders[key] = self._folder_names.give(name) + "/"
        return self._folders[key]

    def give(self, bundle: Bundle, suffix: str, name: str = "") -> str:
        """A path no other bundle gets; made from the document's name, unless another is given."""
        folder = self.folder(bundle)
        if folder not in self._names:
            names = self._names[folder] = FileNames()
            for taken in self._taken:
                names.give(taken)
        return folder + self._names[folder].give(name or bundle.document.name, suffix)
