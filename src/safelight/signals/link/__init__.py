"""Signals over a link: the address is read, never opened."""
