"""Lessons: short stories to practise in, each in a folder of its own."""
