"""The project file: one SQLite database, changed by one function, :meth:`Project.apply`."""
