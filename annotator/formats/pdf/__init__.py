"""Articles in PDFs with text."""
