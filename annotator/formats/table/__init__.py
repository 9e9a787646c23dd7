"""Articles in tables: CSV, TSV, Excel."""
