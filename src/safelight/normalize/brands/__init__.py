"""Known names and their own hosts, one file per sort of company: data for `safelight.normalize.known_names`."""
