"""The lines of a head in, further authors out: each stands below an `and` of its own line.

`By`, `Jane Doe`, `and`, `John Roe`, one below the other, is how a page with links for its authors
is saved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers.bylines import names_alone
from brief.readers.credited import Head
from brief.readers.names import same_person
from brief.readers.pieces import Piece

_AND = re.compile(r"\W*(?:and|&|with|,)\W*$", re.IGNORECASE)


def take_coauthors(pieces: Sequence[Piece], head: Head) -> None:
    """Add who stands below `and` below an author, and label both lines."""
    for above, joint, who in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if not _AND.match(joint.text) or not any(name in above.text for name in head.authors):
            continue
        named = names_alone(who.text)
        if named and not any(same_person(a, b) for a in named for b in head.authors):
            head.authors += named
            joint.cut = who.cut = "byline"
