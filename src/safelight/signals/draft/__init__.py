"""Signals that read a text somebody is about to share: what it would tell a stranger."""
