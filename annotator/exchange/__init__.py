"""Where formats and the project file meet: importing, exporting, the sample project."""
