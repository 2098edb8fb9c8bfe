"""Signals that read a conversation."""
