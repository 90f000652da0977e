"""Contracts, proposals and welcome kits for virtual assistants, from one YAML file per client."""

__version__ = "0.1.0"
