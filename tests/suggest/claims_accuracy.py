"""How often the rules find who makes a claim; ``python -m tests.suggest.claims_accuracy`` prints it."""

import json
import re
import sys
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from annotator import lexicon
from annotator.core.records import Annotation
from annotator.resources import SEEDS
from annotator.suggest.speakers import ClaimReading, propose
from annotator.suggest.speech import compile_speech
from annotator.text.folding import Fold, find

DATA = Path(__file__).resolve().parents[1] / "data" / "claims"
SETS = ("tuning", "measured", "longer", "fresh")
SPEECH = compile_speech(
    lexicon.speech_verbs(), lexicon.speech_words(), (*lexicon.whole_words(), *lexicon.whole_names())
)
_MARK = re.compile(r"\[\[|\]\]|<<|>>|\{(\d):|\}")


@dataclass
class Case:
    """A claim, what stands around it, and what is expected of it."""

    text: str
    claim: Annotation
    actors: list[Annotation]
    claims: list[Annotation]
    expected: dict
    said_by: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def read(self, actors=None) -> ClaimReading:
        actors = self.actors if actors is None else actors
        return propose(self.text, self.claim, actors, self.claims, SPEECH, self.said_by)


def annotation(text, number, start, end):
    return Annotation(
        id=number, uuid=str(number), layer_id=0, label_id=0, start=start, end=end, quote=text[start:end],
        reviewer_id=0,
    )  # fmt: skip


def unmarked(marked):
    """The text without its marks; the claim, the other claims and the numbered actors as ranges."""
    text, opened, found, last = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[0] in ("[[", "<<") or mark[1]:
            opened.append((mark[0], mark[1], len(text)))
        else:
            kind, number, start = opened.pop()
            found.append((kind, number, start, len(text)))
    text += marked[last:]
    assert not opened, marked
    return text, found


def case(row):
    text, found = unmarked(row["marked"])
    new = count(100)
    actors, claims, claim = [], [], None
    for kind, number, start, end in found:
        if number:
            actors.append(annotation(text, int(number), start, end))
        else:
            made = annotation(text, next(new), start, end)
            claims.append(made)
            claim = made if kind == "[[" else claim
    assert claim is not None, row
    quotes = {actor.id: actor.quote for actor in actors}
    named = {key: [quotes[number] for number in row[key]] for key in ("sources", "relays")}
    return Case(text, claim, actors, claims, {**row, **named})


def read_set(name):
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [case(json.loads(line)) for line in lines]


def sample():
    """The claims of the sample annotations."""
    gold = json.loads((SEEDS / "gold" / "000.jsonl").read_text("utf-8"))
    ids = {item["id"]: n for n, item in enumerate(gold["annotations"])}
    made = {
        n: annotation(gold["text"], n, item["start"], item["end"])
        for n, item in enumerate(gold["annotations"])
    }
    label = {ids[item["id"]]: item["label"] for item in gold["annotations"]}
    actors = [made[n] for n in made if label[n] == "actor"]
    claims = [made[n] for n in made if label[n] == "claim"]
    cases = []
    for n, item in enumerate(gold["annotations"]):
        if item["label"] != "claim":
            continue
        links = [link for link in gold["relations"] if ids[link["from"]] == n]
        expected = {"mode": "", "cue": "", "polarity": "", **item["attributes"]}
        for key, kind in (("sources", "attributed_to"), ("relays", "relayed_by")):
            expected[key] = [made[ids[link["to"]]].quote for link in links if link["type"] == kind]
        cases.append(Case(gold["text"], made[n], actors, claims, expected))
    return cases


def articles():
    """Claims of the other sample articles; each name in their lists is an actor wherever it stands."""
    cases = []
    for line in (DATA / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = (SEEDS / row["document"]).read_bytes().decode("utf-8")
        new = count(1)
        spans = sorted(
            {
                span
                for name in row["actors"]
                for span in find(text, name, Fold(0), whole_word=True, proclitics=True)
            }
        )
        actors = [annotation(text, next(new), *span) for span in spans]
        claims = [annotation(text, next(new), *_range(text, item["claim"])) for item in row["claims"]]
        cases += [
            Case(text, claim, actors, claims, item) for claim, item in zip(claims, row["claims"], strict=True)
        ]
    return cases


def _range(text, claim):
    """``first words … last words``, or the whole claim."""
    first, _, last = claim.partition(" … ")
    start = text.index(first)
    return start, text.index(last, start) + len(last) if last else start + len(first)


@dataclass
class Score:
    """What was right of how many."""

    claims: int = 0
    attributed: int = 0
    attribution: int = 0
    source: int = 0
    wrong_source: int = 0
    no_source: int = 0
    cue: int = 0
    mode: int = 0
    polarity: int = 0
    relays: int = 0
    outlet: int = 0
    outlet_right: int = 0
    bare: int = 0
    bare_right: int = 0
    bare_wrong: int = 0
    failures: list = field(default_factory=list)


def measure(cases):
    score = Score()
    for each in cases:
        _add(score, each)
    return score


def _add(score, each):
    want, got = each.expected, each.read()
    score.claims += 1
    score.attribution += got.attribution == want["attribution"]
    problems = []
    if got.attribution != want["attribution"]:
        problems.append(f"attribution {got.attribution!r}, not {want['attribution']!r}")
    if want["attribution"] == "outlet":
        score.outlet += 1
        score.outlet_right += got.attribution == "outlet"
    proposed = bool(got.source_ids) or got.speaker is not None
    right = quoted(each, got.source_ids) == sorted(want["sources"])
    unmarked_speaker = want["attribution"] == "actor" and not want["sources"]
    if proposed and not (right and (got.speaker is None or unmarked_speaker)):
        score.wrong_source += 1
        problems.append(f"speaker {names(each, got)}, not {want['sources']}")
    if want["attribution"] != "outlet":
        score.attributed += 1
        is_right = right and (got.speaker is not None) == unmarked_speaker
        score.source += is_right
        score.no_source += not proposed and bool(want["sources"])
        score.cue += got.cue == want["cue"]
        score.mode += got.mode == want["mode"]
        score.polarity += got.is_negated == (want["polarity"] == "negated")
        score.relays += quoted(each, got.relay_ids) == sorted(want["relays"])
        for name, has in (("cue", got.cue), ("mode", got.mode)):
            if has != want[name]:
                problems.append(f"{name} {has!r}, not {want[name]!r}")
        if got.is_negated != (want["polarity"] == "negated"):
            problems.append("polarity")
        if quoted(each, got.relay_ids) != sorted(want["relays"]):
            problems.append(f"relays {got.relay_ids}")
        if not proposed and want["sources"]:
            problems.append("no speaker")
        _add_bare(score, each, want, problems)
    if problems:
        score.failures.append((each.claim.quote, problems))


def _add_bare(score, each, want, problems):
    """The same with nobody annotated: are the words of the speaker found?"""
    if not want["sources"]:
        return
    got = each.read(actors=[])
    spans = [actor.span for actor in each.actors if actor.quote in want["sources"]]
    score.bare += 1
    score.bare_right += got.speaker in spans
    if got.speaker is not None and got.speaker not in spans:
        score.bare_wrong += 1
        problems.append(f"unmarked: {got.speaker.quote(each.text)!r}")


def quoted(each, ids):
    return sorted(actor.quote for actor in each.actors if actor.id in ids)


def names(each, got):
    return quoted(each, got.source_ids) + ([got.speaker.quote(each.text)] if got.speaker else [])


def all_sets():
    return {"sample": sample(), "articles": articles(), **{name: read_set(name) for name in SETS}}


_COLUMNS = (
    ("attribution", "attribution", "claims"), ("source", "source", "attributed"),
    ("wrong source", "wrong_source", "claims"), ("none", "no_source", "attributed"),
    ("cue", "cue", "attributed"), ("mode", "mode", "attributed"), ("polarity", "polarity", "attributed"),
    ("relay", "relays", "attributed"), ("outlet", "outlet_right", "outlet"),
    ("unmarked", "bare_right", "bare"), ("… wrong", "bare_wrong", "bare"),
)  # fmt: skip


def main():
    print(f"{'':10}", *(f"{title:>13}" for title, _, _ in _COLUMNS))
    shown = sys.argv[1:]
    for name, cases in all_sets().items():
        score = measure(cases)
        cells = (f"{getattr(score, right)}/{getattr(score, of)}" for _, right, of in _COLUMNS)
        print(f"{name:10}", *(f"{cell:>13}" for cell in cells))
        if name in shown:
            for quote, problems in score.failures:
                print("   ", quote[:60], "|", "; ".join(problems))


if __name__ == "__main__":
    main()
