"""Signals over a profile: its counts, its handle, its words. What is not stated counts for nothing."""
