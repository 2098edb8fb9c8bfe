"""One module per signal, filed by the kind of item it reads."""
