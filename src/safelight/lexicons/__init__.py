"""Phrases as data, one TOML file per language and technique."""
