"""What the window says of a place to mark."""

from annotator.core.errors import Phrase
from annotator.ui.marking import reason_of


def test_a_reason_calls_labels_what_the_screen_calls_them(workspace):
    labels = workspace.label_set
    title = labels.label_by_name["location"].title("en")

    said = reason_of(
        Phrase(
            "is marked {label} elsewhere ({count}), but also {other} ({others})",
            label="location",
            count=1,
            other="actor",
            others=2,
        ),
        labels,
    )

    assert title in said
    assert "location" not in said
    assert "actor" not in said
    assert "location" in reason_of(
        Phrase("after “{word}” it is more likely {label}", word="location", label="x"), labels
    )
