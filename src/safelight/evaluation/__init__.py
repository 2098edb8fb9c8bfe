"""Measures the engine on labelled data; ships, so anyone can run it on their own."""
