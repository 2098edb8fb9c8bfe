"""One module per file format: a file in, items out."""
