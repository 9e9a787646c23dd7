"""Consistency over all articles, in the window: kept in the background, mended in slices."""
