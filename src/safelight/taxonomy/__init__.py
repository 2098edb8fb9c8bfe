"""Tactics and techniques as data, one TOML file per tactic."""
