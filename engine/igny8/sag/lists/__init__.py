"""The owner's keyword list: its words weighed by the list itself, matched to clusters, the rest grouped."""
