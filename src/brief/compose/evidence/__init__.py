"""Sentences of sources in; what each says of what is asked, for or against, and whose word, out.

The rest of `compose` builds on this; nothing here imports it.
"""
