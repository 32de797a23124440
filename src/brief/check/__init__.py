"""A brief, or a finished file, in; what does not trace to its evidence, out."""
