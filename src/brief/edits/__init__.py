"""A draft that people edit: reading it back, telling what changed, and merging it."""
