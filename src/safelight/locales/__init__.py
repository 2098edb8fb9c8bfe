"""Every shown sentence, by language."""
