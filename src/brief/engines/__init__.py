"""Engines: workers that turn a document into proposals; `grounding` alone admits them."""
