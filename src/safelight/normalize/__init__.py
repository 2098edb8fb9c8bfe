"""Text folded for matching, with a map back to the original offsets."""
