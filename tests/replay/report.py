"""What a replay took, as a table and as JSON."""

from statistics import quantiles
from typing import Any

from tests.replay.replaying import Replay

GOAL = 2
"""Actions an annotation may take besides its selection."""
_COLUMNS = ("selection", "label", "accept", "attributes", "entity", "note", "letters")


def summary(replay: Replay, differences: list[str]) -> dict[str, Any]:
    """All there is to tell about one line."""
    taken, layer = replay.hand.taken(), replay.layer
    labels: dict[str, Any] = {}
    for label in sorted({item.label for item in layer.annotations}):
        own = [item for item in layer.annotations if item.label == label]
        sources = {item.uuid for item in own}
        links = [link for link in layer.relations if link.source in sources]
        labels[label] = {
            "spans": len(own),
            "relations": len(links),
            **{what: taken[what, label] for what in (*_COLUMNS, "relation")},
        }
    spent = [action.milliseconds for action in replay.hand.actions if action.milliseconds]
    return {
        "document": replay.bundle.document.name,
        "mouse": replay.mouse,
        "proposals": replay.proposals,
        "spans": len(layer.annotations),
        "relations": len(layer.relations),
        "zones": len(layer.zones),
        "labels": labels,
        "zone": taken["zone", ""],
        "scroll": taken["scroll", ""],
        "finish": taken["finish", ""],
        "letters": sum(count for (what, _), count in taken.items() if what == "letters"),
        "actions": len(replay.hand.actions),
        "milliseconds": _percentiles(spent),
        "corrected": replay.marker.corrected,
        "surprises": replay.marker.surprises,
        "problems": replay.problems,
        "differences": differences,
    }


def _percentiles(spent: list[float]) -> dict[str, float]:
    if len(spent) < 2:
        return {}
    cuts = quantiles(spent, n=100)
    return {"p50": round(cuts[49], 1), "p99": round(cuts[98], 1), "most": round(max(spent), 1)}


def table(found: dict[str, Any]) -> str:
    """The same for people; selection and attributes apart from the label."""
    hand = "keys and mouse" if found["mouse"] else "keys only"
    lines = [
        (
            f"{found['document']}: {found['spans']} spans, {found['relations']} relations, "
            f"{found['zones']} zones, by {hand}, proposals {'on' if found['proposals'] else 'off'}"
        ),
        "",
        (
            f"{'actions per span':<16}{'spans':>6}{'select':>9}{'label':>9}{'accept':>9}{'attrib.':>9}"
            f"{'entity':>9}{'note':>9}{'letters':>9}{'all but select':>16}"
            f"{'relations':>11}{'per relation':>14}"
        ),
    ]
    totals = dict.fromkeys(("spans", *_COLUMNS, "relation", "relations"), 0)
    for label, row in found["labels"].items():
        lines.append(_row(label, row))
        for name in totals:
            totals[name] += row[name]
    lines.append(_row("all", totals))
    spent = found["milliseconds"]
    zones = found["zone"] / found["zones"] if found["zones"] else 0
    lines += [
        "",
        (
            f"{zones:.2f} per zone; {found['scroll']} turns of the wheel; {found['finish']} to finish; "
            f"{found['actions']} actions in all, {found['actions'] / max(found['spans'], 1):.2f} per span"
        ),
        (
            f"ms per action, on disk and painted: p50 {spent.get('p50')}, p99 {spent.get('p99')}, "
            f"most {spent.get('most')}"
        ),
    ]
    lines += [
        "",
        f"Goal: at most {GOAL} actions for a span besides its selection; * is above it. The letters are",
        "those of names, numbers, roles, cues and notes that have to be typed.",
    ]
    if found["corrected"]:
        lines += ["", "selections that took more than one action:"]
        lines += [f"  {label}: {quote[:60]}  [{keys}]" for label, quote, keys in found["corrected"]]
    for name in ("problems", "surprises", "differences"):
        if found[name]:
            lines += ["", f"{name}:", *(f"  {line}" for line in found[name])]
    return "\n".join(lines)


def comparison(off: dict[str, Any], on: dict[str, Any]) -> str:
    """What proposals save: the same line by the same hand, without them and with them, per span."""
    hand = "keys and mouse" if on["mouse"] else "keys only"
    whole = [found["actions"] / max(found["spans"], 1) for found in (off, on)]
    return "\n".join(
        [
            f"{on['document']}, by {hand}",
            "",
            f"{'actions per span':<20}{'without':>9}{'with':>9}{'saved':>9}",
            *(_compared(what, _per_span(off, what), _per_span(on, what)) for what in (*_COLUMNS, "relation")),
            _compared("all", *whole),
        ]
    )


def _per_span(found: dict[str, Any], what: str) -> float:
    return float(sum(row[what] for row in found["labels"].values()) / max(found["spans"], 1))


def _compared(what: str, off: float, on: float) -> str:
    saved = f"{(off - on) / off:>9.0%}" if off else f"{'–':>9}"
    return f"{what:<20}{off:>9.2f}{on:>9.2f}{saved}"


def _row(label: str, row: dict[str, int]) -> str:
    spans = max(row["spans"], 1)
    parts = "".join(f"{row[name] / spans:>9.2f}" for name in _COLUMNS)
    besides = sum(row[name] for name in _COLUMNS if name != "selection") / spans
    mark = " " if besides <= GOAL else "*"
    per = f"{row['relation'] / row['relations']:>14.2f}" if row["relations"] else f"{'–':>14}"
    return f"{label:<16}{row['spans']:>6}{parts}{besides:>15.2f}{mark}{row['relations']:>11}{per}"
