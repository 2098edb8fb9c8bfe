"""Findings in, one assessment out."""
