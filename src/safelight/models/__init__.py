"""Small trained models as data: one folder each (weights, manifest, card), read by load.py. No code in any of them."""
