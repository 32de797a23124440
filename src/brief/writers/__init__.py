"""A `Brief` in, the bytes of a finished file out: one writer a format."""
