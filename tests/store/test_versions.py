"""What a draft carries of its own origin is known again, whichever version of ours wrote it."""

import base64
import json
import zlib

from brief.model.base import fingerprint
from brief.store.versions import Version, pack, unpack
from tests.support.kitchen import kitchen


def test_a_draft_of_an_older_brief_is_known_again():
    """An older one knew fewer fields: the id is that of what it wrote."""
    version = Version(machine=kitchen(), merged=kitchen())
    data = json.loads(zlib.decompress(base64.b64decode(pack(version))))
    for brief in (data["machine"], data["merged"]):
        del brief["named"], brief["reasons"]
    older = base64.b64encode(zlib.compress(json.dumps(data).encode())).decode()
    assert unpack(older, fingerprint(data["merged"])) == version
    data["merged"]["title"] = "Another title"
    other = base64.b64encode(zlib.compress(json.dumps(data).encode())).decode()
    assert unpack(other, version.merged.fingerprint) is None
