"""``python -m annotator`` is ``sanad``."""

from annotator.cli import main

main()
