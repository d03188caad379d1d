"""Figures the project promises, measured and printed beside the promise. `make bench`; nothing here fails a build."""
