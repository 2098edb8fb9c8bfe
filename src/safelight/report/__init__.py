"""The only place that turns pointers into quotes."""
