"""Names in a label set that mean something to Sanad. A label set without them works, and does less."""

from typing import Final

ATTRIBUTED_TO: Final = "attributed_to"
"""The relation type that links what is said to who says it."""
ATTRIBUTION: Final = "attribution"
"""The attribute that says where a claim comes from."""
BY_ACTOR: Final = "actor"
BY_OUTLET: Final = "outlet"
BY_NOBODY_NAMED: Final = "anonymous"
RELAYED_BY: Final = "relayed_by"
"""The relation type that links a claim to who only passes it on."""
CUE: Final = "cue"
"""The attribute for the words that say that a claim is said."""
MODE: Final = "mode"
"""Whether a claim stands in the speaker's own words: direct, indirect, mixed."""
POLARITY: Final = "polarity"
NEGATED: Final = "negated"

LOCATION: Final = "location"
"""The label of places."""
KIND: Final = "kind"
"""The attribute that says what kind of actor or place it is."""
ROLE: Final = "role"
"""The attribute that says what a person is called besides the name."""

VALUE: Final = "value"
MINIMUM: Final = "min"
MAXIMUM: Final = "max"
NUMBERS: Final = (VALUE, MINIMUM, MAXIMUM)
"""The attributes one of which a figure needs."""
OPERATOR: Final = "op"
RANGE: Final = "range"
VAGUE: Final = "vague"
UNIT: Final = "unit"
COUNTED: Final = "counted"
NUMBER_TEXT: Final = "number_text"
"""The words of the number alone."""

NOT_THE_ARTICLE: Final = ("boilerplate", "other_article")
"""The kinds of zones whose text nobody means to annotate."""
