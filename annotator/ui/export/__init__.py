"""The export in the window: as what, which part of the project, split how, where to."""
