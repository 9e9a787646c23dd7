"""An annotated article as a web page, to read and print."""
