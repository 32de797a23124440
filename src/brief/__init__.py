"""A seed is read, summarized, collected, composed, drafted and published as a brief."""

__version__ = "0.1.0"
