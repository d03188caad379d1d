"""The local stack: WordPress under PHP's own server, databases and the engine, for the demo, the tests and the bench."""
