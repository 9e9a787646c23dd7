"""The rows of ACTIONS as Qt's actions: named, enabled and checked as the workspace stands."""

import sys
from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.core.errors import UserError
from annotator.ui import keys, phrases, translation
from annotator.ui.actions import ACTIONS, MENUS, SUBMENUS
from annotator.ui.actions.own import arm_rows, tag_rows, zone_rows
from annotator.ui.actions.reasons import reason
from annotator.ui.actions.row import Action
from annotator.ui.article.keys import intent_of
from annotator.ui.article.view import ArticleView
from annotator.ui.commands import Commands
from annotator.ui.workspace import Workspace

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}


class RowAction(QAction):
    """A row, with its name in the window's language."""

    refused = Signal(object)
    """A UserError raised by what it did."""

    def __init__(self, row: Action, commands: Commands) -> None:
        super().__init__(commands)
        self.row = row
        self.keys = row.keys
        """Those of its keys that mean nothing else here."""
        self._commands = commands
        self.setObjectName(row.id)
        self.leave_keys(())
        self.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if row.scope == "window"
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.setCheckable(row.checked is not None)
        self.triggered.connect(self._run)

    def title(self) -> str:
        """Its name, without what it would act on."""
        return (
            QCoreApplication.translate(self.row.context, self.row.text) if self.row.context else self.row.text
        )

    def show_title(self, title: str) -> None:
        """Set what menus show; its keys are isolated, as a menu that reads right to left would turn them."""
        shown = title.replace("&", "&&")
        keys = self.key_names() if sys.platform != "darwin" else ""
        self.setText(f"{shown}\t{keys}" if keys else shown)

    def leave_keys(self, taken: Collection[str]) -> None:
        """Do without those of its keys that a label of the project has."""
        self.keys = tuple(key for key in self.row.keys if key not in taken)
        self.setShortcuts([QKeySequence(key) for key in self.keys])
        self.show_title(self.title())

    def other_title(self) -> str:
        """Its name in the other language."""
        return translation.other_name(self.row.context, self.row.text) if self.row.context else self.row.text

    def key_names(self) -> str:
        """Its first key, for people."""
        return phrases.left_to_right(key_name(self.keys[0])) if self.keys else ""

    def refresh(self, workspace: Workspace) -> None:
        """Follow the workspace."""
        self.setEnabled(self.row.enabled(workspace))
        if self.row.checked is not None:
            self.setChecked(self.row.checked(self._commands))

    def _run(self) -> None:
        try:
            self.row.run(self._commands)
        except UserError as error:
            self.refused.emit(error)
        self.refresh(self._commands.workspace)


class ActionSet(QObject):
    """All actions of a window."""

    remade = Signal()
    """Those made from the label set are others now."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._workspace = commands.workspace
        self._article_widgets: list[QWidget] = []
        self.rows: dict[str, RowAction] = {}
        self.own: dict[str, RowAction] = {}
        """Those made from the label set of the project, by row id."""
        self._menus: dict[str, QMenu] = {}
        for row in ACTIONS:
            self.rows[row.id] = self._make(row)
        for signal in (
            self._workspace.project_changed,
            self._workspace.document_changed,
            self._workspace.changed,
            self._workspace.picked,
            self._workspace.selection_changed,
            self._workspace.busy_changed,
        ):
            signal.connect(self.refresh)
        commands.hand.changed.connect(self.refresh)
        self._workspace.project_changed.connect(self._make_own)
        self._workspace.label_set_changed.connect(self._make_own)
        self.own = self._made_own()

    def __getitem__(self, action_id: str) -> RowAction:
        found = self.rows.get(action_id)
        return found if found is not None else self.own[action_id]

    def all(self) -> list[RowAction]:
        """Every action, those of the project's own first."""
        return [*self.own.values(), *self.rows.values()]

    def of_menu(self, menu_id: str, *, own: bool) -> list[RowAction]:
        """The actions of a menu that are, or are not, made from the label set."""
        rows = self.own if own else self.rows
        return [action for action in rows.values() if action.row.menu == menu_id]

    def menu(self, menu_id: str) -> QMenu:
        """One of the menus, for whoever shows it elsewhere too."""
        return self._menus[menu_id]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for menu_id, title in MENUS:
            menu = bar.addMenu(QCoreApplication.translate("Actions", title))
            menu.setObjectName(menu_id)
            self._menus[menu_id] = menu
            self._fill_menu(menu_id)
        for menu_id, parent, title in SUBMENUS:
            self._menus[menu_id] = self._menus[parent].addMenu(QCoreApplication.translate("Actions", title))
            self._menus[menu_id].setObjectName(menu_id)
            self._fill_menu(menu_id)
        self._place_own()

    def serve(self, window: QWidget, *article_widgets: QWidget) -> None:
        """Let the keys work: some everywhere in the window, some in the article and its annotations."""
        self._article_widgets = list(article_widgets)
        for action in self.rows.values():
            for widget in (window,) if action.row.scope == "window" else article_widgets:
                widget.addAction(action)
        for widget in article_widgets:
            widget.installEventFilter(self)
        self._place_own()

    def refresh(self) -> None:
        """Follow the workspace."""
        for action in self.all():
            action.refresh(self._workspace)
        self._name_step(self.rows["undo"], self._workspace.undoable())
        self._name_step(self.rows["redo"], self._workspace.redoable())

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Give keys of enabled actions to the actions, and read the others by their place on the keyboard."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._claims(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress:
            listed = widget is not self._article_widgets[0]  # a list, where Enter goes to what it shows
            used = listed or _has_use(widget, event)
            return self._by_place(event) or (not used and self._explained(event))
        return False

    def _claims(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        return any(action.isEnabled() and pressed in action.shortcuts() for action in self.all())

    def _by_place(self, event: QKeyEvent) -> bool:
        key = keys.pressed(event)
        if not key:
            return False
        for action in self.all():
            if action.isEnabled() and key in action.keys:
                action.trigger()
                return True
        return False

    def _explained(self, event: QKeyEvent) -> bool:
        """Whether the key is that of an action that cannot be used now, and why was said."""
        pressed, key = QKeySequence(event.keyCombination()), keys.pressed(event)
        for action in self.all():
            if not action.isEnabled() and (pressed in action.shortcuts() or (key and key in action.keys)):
                why = reason(action.row, self._workspace)
                if why:
                    self._commands.remark(why)
                    return True
        return False

    def _make(self, row: Action) -> RowAction:
        action = RowAction(row, self._commands)
        action.refused.connect(self._commands.tell)
        return action

    def _fill_menu(self, menu_id: str) -> None:
        menu = self._menus[menu_id]
        menu.aboutToShow.connect(self.refresh)  # the caret may have moved
        for action in self.of_menu(menu_id, own=False):
            if action.row.apart:
                menu.addSeparator()
            menu.addAction(action)

    def _make_own(self) -> None:
        for action in self.own.values():
            action.setEnabled(False)  # until it is gone, its keys would mean two things
            action.deleteLater()
        self.own = self._made_own()
        self._place_own()
        self.refresh()
        self.remade.emit()

    def _made_own(self) -> dict[str, RowAction]:
        rows = [*tag_rows(self._workspace), *arm_rows(self._workspace)]
        if self._workspace.project is not None:
            rows += zone_rows(self._workspace.label_set)
        taken = {key for row in rows for key in row.keys}
        for action in self.rows.values():
            action.leave_keys(taken)
        return {row.id: self._make(row) for row in rows}

    def _place_own(self) -> None:
        for widget in self._article_widgets:
            widget.addActions(list(self.own.values()))
        for menu_id, menu in self._menus.items():
            actions = self.of_menu(menu_id, own=True)
            first = menu.actions()[0] if menu.actions() else None
            menu.insertActions(first, actions)  # type: ignore[arg-type]  # None appends

    def _name_step(self, action: RowAction, step: object) -> None:
        from annotator.store.project import Step

        title = action.title()
        if isinstance(step, Step):
            subject = phrases.isolated(phrases.shortened(step.subject, 40))
            name = phrases.step_name(step.name)
            title = f"{title}: {name} {subject}" if step.subject else f"{title}: {name}"
        action.show_title(title)


def _has_use(widget: QObject, event: QKeyEvent) -> bool:
    """Whether the article itself does something with a key: without an annotation, Ctrl+Shift+← extends."""
    return isinstance(widget, ArticleView) and intent_of(event, widget.direction) is not None


def key_name(key: str) -> str:
    """A key sequence as it stands on the keys, the same in every language."""
    if sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    *modifiers, last = key.split("+") if not key.endswith("++") else (*key[:-2].split("+"), "+")
    return "+".join((*modifiers, _ARROWS.get(last, last)))
