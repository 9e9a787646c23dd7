"""Where files meet a project: importing and exporting, the same for the window and the command line."""
