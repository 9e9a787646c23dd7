"""Moments as people read them."""

from datetime import datetime

from annotator.ui import phrases


def local_time(at: str) -> str:
    """The local time of an ISO 8601 moment, with the day unless it is today; empty if it is none."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    today = moment.date() == datetime.now(moment.tzinfo).date()
    return phrases.left_to_right(moment.strftime("%H:%M" if today else "%Y-%m-%d %H:%M"))
