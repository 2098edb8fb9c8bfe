"""Signals over pictures, videos, sounds and documents about to be shared."""
