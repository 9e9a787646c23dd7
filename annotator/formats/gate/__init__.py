"""GATE XML."""
