"""Dialogs: shown only where a decision is needed."""
