"""The rule of each kind of item that is no conversation: `<kind>.py` or `<kind>.toml`, found by its name."""
