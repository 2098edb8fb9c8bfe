"""The manner of talk: weights.json, manifest.toml and card.md; used by safelight.models.manner_of_talk."""
