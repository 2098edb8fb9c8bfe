"""Address families of coins, one module each; every module has `recognize(token) -> Address | None`.

A module reads one whole token (no spaces) and answers only when the form *and* the checksum of its family are right.
Add a family by adding a module; `load.py` finds it.
"""
