"""Engines made of rules and data, without a model."""
