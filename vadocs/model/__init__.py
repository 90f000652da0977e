"""The values that pass between stages: frozen, without input or output."""
