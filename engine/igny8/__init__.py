"""IGNY8 engine: the headless sidecar that designs site structures and writes their pages."""

__version__ = "0.1.0"
