"""The board: figures across articles, and claims by speaker, in a window of its own."""
