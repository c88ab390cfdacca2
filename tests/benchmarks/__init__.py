"""How fast things are, as numbers to read; nothing here passes or fails."""
