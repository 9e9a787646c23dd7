"""brat standoff: text-bounds, relations, events, notes in .ann files beside .txt files."""
