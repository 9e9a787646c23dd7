"""An annotated article on paper or in a PDF file, as the window shows it."""
