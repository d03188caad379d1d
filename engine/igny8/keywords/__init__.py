"""Keywords as an operation of their own: clusters of a stored blueprint in, searched phrases out."""
