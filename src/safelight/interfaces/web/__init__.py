"""The local page: a chat in, understanding out; on this computer only, in memory only."""
