"""What the app can be asked: one module per room, each with its `ROUTES`.

A path says nothing about its topic, because the browser keeps it in its history.
"""
