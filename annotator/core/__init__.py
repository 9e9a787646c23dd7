"""The domain: frozen records and pure functions. No Qt, SQL, files, clock or randomness."""
