"""Tests, in the shape of `src/brief/`."""
