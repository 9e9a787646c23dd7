"""Where formats and the project file meet: importing, exporting, the sample project."""

import annotator.store  # noqa: F401  # says how sqlite-utils is imported, which comes first in some modules here
