"""Signals that read offers: jobs, modelling, studies, trips, gifts, and love that turns into one of them.

Each yields marks with `because["indicator"]`; `assessment/kinds/offer.toml` says how much an indicator weighs.
"""
