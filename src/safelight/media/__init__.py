"""Pictures, videos, sounds and documents: what they give away, and copies that do not."""
