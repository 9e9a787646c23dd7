"""What the selected annotation says and has to do with others."""

from annotator.core.records import Annotation
from annotator.ui.commands.group import CommandGroup
from annotator.ui.panels.entity_picker import EntityQuestion
from annotator.ui.panels.picker import Question
from annotator.ui.panels.relations import question_for


class RelationCommands(CommandGroup):
    """What the selected annotation says and has to do with others."""

    def edit_annotation(self) -> None:
        """Go to the first field of the selected annotation; in the list, to its row's annotation first."""
        if self._window.annotations.list.hasFocus() and self._window.annotations.jump_to_current():
            return
        self._window.docks.show("inspector")
        self._window.inspector.focus_form()

    def relate(self) -> None:
        """Say who said the selected claim, or link what is no claim."""
        annotation = self.workspace.annotation
        if annotation is not None:
            self._ask(question_for(self.workspace, annotation))

    def choose_entity(self) -> None:
        """Say which entity the selected annotation mentions."""
        annotation = self.workspace.annotation
        if annotation is not None and self._has_entities(annotation):
            self._ask(EntityQuestion(self.workspace, annotation))

    def toggle_entities(self) -> None:
        """Show or hide the panel of entities."""
        self._window.docks.toggle("entities")

    def entities_shown(self) -> bool:
        """Whether the panel of entities is shown."""
        return self._window.docks.shown("entities")

    def _ask(self, question: Question) -> None:
        self._window.docks.show("inspector")
        self._window.inspector.ask(question)

    def _has_entities(self, annotation: Annotation) -> bool:
        return self.workspace.label_set.label_by_id[annotation.label_id].has_entities
