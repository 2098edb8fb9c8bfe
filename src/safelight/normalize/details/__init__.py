"""Details that name a person or a place, read by their shape: numbers with checksums, plates, postcodes, addresses."""
