"""What each action does, in the window it belongs to; one group for each menu."""

from annotator.ui.commands.annotate import AnnotateCommands
from annotator.ui.commands.edit import EditCommands
from annotator.ui.commands.file import FileCommands
from annotator.ui.commands.help import HelpCommands
from annotator.ui.commands.review import ReviewCommands
from annotator.ui.commands.view import ViewCommands


class Commands(AnnotateCommands, EditCommands, FileCommands, HelpCommands, ReviewCommands, ViewCommands):
    """All actions of a window."""
