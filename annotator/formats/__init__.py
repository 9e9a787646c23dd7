"""A file <-> a :class:`Bundle`. Formats know neither the project file nor the window."""
