"""``sanad search``: finding words in all articles of a project."""
