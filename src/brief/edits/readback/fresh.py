"""What a person added in, a name and a piece for it out."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain, count

from brief.model.brief import Picture
from brief.model.edit import HAND
from brief.model.images import MOST_BYTES, media_of


def free_name(text: str, keys: Iterable[str]) -> str:
    """Return an id for what a person added: the same for the same words, and none of `keys`."""
    taken = {key.removeprefix("ref:").removeprefix("row:") for key in keys}
    name = HAND + sha256(text.encode()).hexdigest()[:10]
    names = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(one for one in names if not {one, f"{one}c1"} & taken)


def new_picture(name: str, data: bytes, alt: str) -> Picture | None:
    """Return the picture that a file holds; nothing where we cannot show it."""
    media = media_of(data)
    if media is None or len(data) > MOST_BYTES:
        return None
    return Picture(id=name, media=media, data=as_base64(data), alt=alt)


def as_base64(data: bytes) -> str:
    """Return bytes as a brief holds them."""
    return b64encode(data).decode("ascii")
