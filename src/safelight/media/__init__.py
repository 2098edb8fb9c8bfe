"""Pictures, videos and documents: read what they hold, clean them, hash them, read the words in them."""
