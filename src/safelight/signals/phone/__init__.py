"""Signals that read the list of apps of a phone: what could watch its owner."""
