"""Writing: typed documents for planned pages, composed from the blueprint or drafted by a model."""
