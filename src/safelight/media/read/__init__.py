"""One module per file format: bytes in, traces out. A module is a reader when it defines `identify` and `read`."""
