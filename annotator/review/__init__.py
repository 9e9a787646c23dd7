"""Several layers and documents in, comparison out: what does not agree, and what is said about one matter."""
