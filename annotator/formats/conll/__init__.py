"""CoNLL columns: a word a line, tags beside it."""
