"""Ordinary chats made by code that look like something else: python -m benchmarks.look_alikes."""
