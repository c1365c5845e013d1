"""Linli (邻里): static sites and printable posters for community notice boards."""

__version__ = "0.1.0"
