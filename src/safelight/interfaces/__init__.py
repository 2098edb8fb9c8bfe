"""Who comes in: thin, each an optional extra, none imports another."""
