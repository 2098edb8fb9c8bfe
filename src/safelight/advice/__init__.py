"""An assessment in, what to do for whom out."""
