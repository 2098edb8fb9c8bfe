"""Measurements: false alarms, recall, speed, size. `make bench` runs them all and writes results.json and README.md."""
