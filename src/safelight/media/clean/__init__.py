"""One module per file format: the bytes of a file in, the parts of a clean copy out. A cleaner defines `parts`."""
