"""Articles in web pages."""
