"""Signals that read a demand for money: a pasted text or address, or a passage found in a message."""
