"""Makes the weights over sentence vectors: python -m training.meaning (see docs/meaning.md)."""
