"""What other tools and corpora call the things of the standard label set."""

import unicodedata
from typing import Final

LABELS: Final[dict[str, tuple[str, ...]]] = {
    "actor": (
        "PER",
        "PERS",
        "PERSON",
        "PEOPLE",
        "NAME",
        "ORG",
        "ORGANISATION",
        "ORGANIZATION",
        "NORP",
        "GROUP",
        "AGENT",
        "SPEAKER",
        "SOURCE",
        "شخص",
        "أشخاص",
        "منظمة",
        "مؤسسة",
    ),
    "location": (
        "LOC",
        "GPE",
        "PLACE",
        "FAC",
        "FACILITY",
        "CITY",
        "COUNTRY",
        "REGION",
        "موقع",
        "بلد",
        "مدينة",
        "منطقة",
    ),
    "figure": (
        "QUANTITY",
        "QUANT",
        "CARDINAL",
        "MONEY",
        "PERCENT",
        "PERCENTAGE",
        "NUM",
        "NUMBER",
        "AMOUNT",
        "COUNT",
        "عدد",
        "كمية",
    ),
    "claim": ("QUOTE", "QUOTATION", "STATEMENT", "ASSERTION", "SPEECH", "تصريح", "اقتباس"),
}
"""By the label's name in the standard label set."""

VALUES: Final[dict[tuple[str, str, str], tuple[str, ...]]] = {
    ("actor", "kind", "person"): ("PER", "PERS", "PERSON", "شخص", "أشخاص"),
    ("actor", "kind", "organisation"): ("ORG", "ORGANISATION", "ORGANIZATION", "منظمة", "مؤسسة"),
    ("location", "kind", "country"): ("COUNTRY", "بلد"),
    ("location", "kind", "region"): ("REGION", "منطقة"),
    ("location", "kind", "city"): ("CITY", "مدينة"),
    ("location", "kind", "building"): ("FAC", "FACILITY"),
}
"""By label, attribute and choice in the standard label set: labels that mean it by themselves.

``GPE`` is a country or a city, ``LOC`` any place, ``NORP`` may be an adjective: these mean no one choice.
"""

RELATIONS: Final[dict[str, tuple[str, ...]]] = {
    "attributed_to": ("SAID_BY", "SPEAKER", "SOURCE", "ATTRIBUTION", "ATTRIBUTED"),
    "same_as": ("COREF", "COREFERENCE", "IDENTICAL", "EQUIV", "SAME"),
    "part_of": ("PART", "PART_WHOLE", "MEMBER_OF"),
}

ZONES: Final[dict[str, tuple[str, ...]]] = {
    "headline": ("TITLE", "HEADING", "HEADER", "H1"),
    "caption": ("FIGCAPTION",),
    "boilerplate": ("FOOTER", "NAVIGATION", "ADVERTISEMENT"),
}

_APART: Final = frozenset(" _-./:\t")


def folded(name: str) -> str:
    """A name as names are compared: whatever its capitals, and whatever stands between its words."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in plain if letter not in _APART)
