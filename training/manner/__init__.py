"""Makes the model of the manner of talk: python -m training.manner (see docs/model_manner.md)."""
