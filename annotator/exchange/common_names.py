"""What other tools and corpora call the things of the standard label set."""

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
        "منظمة",
    ),
    "location": ("LOC", "GPE", "PLACE", "FAC", "FACILITY", "CITY", "COUNTRY", "REGION", "موقع"),
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
