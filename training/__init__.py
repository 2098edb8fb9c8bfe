"""How each model was made. Not shipped; anyone can run it again."""
