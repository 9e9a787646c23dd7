"""The article view: right-to-left text with its annotations painted over it."""
