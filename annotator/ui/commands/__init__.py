"""What each action does, in the window it belongs to; one group for each menu."""

from annotator.ui.commands.annotate import AnnotateCommands
from annotator.ui.commands.board import BoardCommands
from annotator.ui.commands.comments import CommentCommands
from annotator.ui.commands.consistency import ConsistencyCommands
from annotator.ui.commands.edges import EdgeCommands
from annotator.ui.commands.edit import EditCommands
from annotator.ui.commands.file import FileCommands
from annotator.ui.commands.find import FindCommands
from annotator.ui.commands.help import HelpCommands
from annotator.ui.commands.label_set import LabelSetCommands
from annotator.ui.commands.marking import MarkingCommands
from annotator.ui.commands.relations import RelationCommands
from annotator.ui.commands.review import ReviewCommands
from annotator.ui.commands.search import SearchCommands
from annotator.ui.commands.suggestions import SuggestionCommands
from annotator.ui.commands.view import ViewCommands
from annotator.ui.commands.zones import ZoneCommands


class Commands(
    AnnotateCommands,
    BoardCommands,
    CommentCommands,
    ConsistencyCommands,
    EdgeCommands,
    EditCommands,
    FileCommands,
    FindCommands,
    HelpCommands,
    LabelSetCommands,
    MarkingCommands,
    RelationCommands,
    ReviewCommands,
    SearchCommands,
    SuggestionCommands,
    ViewCommands,
    ZoneCommands,
):
    """All actions of a window."""
