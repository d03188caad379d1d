"""The local stack for demo, tests and bench: WordPress under PHP's own server, databases and the engine."""
