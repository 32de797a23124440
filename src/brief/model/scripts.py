"""Text in, runs of our own script and of foreign ones out, each with its language."""

from __future__ import annotations

import re

from brief.model.brief import Foreign, Text

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_KANA = "\u3040-\u30ff\u31f0-\u31ff"
_HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_CYRILLIC = "\u0400-\u052f"
_WIDE = "\u3000-\u3004\u3008-\u303f\uff00-\uffef"
_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_EAST = re.compile(f"[{_HAN}{_KANA}](?:[{_HAN}{_KANA}{_WIDE}0-9]*[{_HAN}{_KANA}{_WIDE}])?")
_KOREAN = re.compile(f"[{_HANGUL}](?:[{_HANGUL}{_WIDE}0-9 ]*[{_HANGUL}{_WIDE}])?")
_RUSSIAN = re.compile(f"[{_CYRILLIC}](?:[{_CYRILLIC}\u0301 ,–—-]*[{_CYRILLIC}])?")
_OTHERS = "|".join(f"[{script}](?:[{script} ]*[{script}])?" for script in (_HEBREW, _ARABIC))
_ANY = re.compile(f"{_EAST.pattern}|{_KOREAN.pattern}|{_RUSSIAN.pattern}|{_OTHERS}")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
JOINING = "\u200d\ufe0e\ufe0f"
"""Signs between parts of one picture, and those that choose its look: unseen by themselves."""


def foreign_runs(text: str, chinese: str = "zh-Hans") -> list[Text | Foreign]:
    """Return `text` as runs; Chinese characters count as Japanese beside kana.

    `chinese` is the tag for Chinese characters alone; which of the languages that share them is
    meant cannot be told from the characters.
    """
    made: list[Text | Foreign] = []
    at = 0
    for found in _ANY.finditer(text):
        if found.start() > at:
            made.append(Text(text=text[at : found.start()]))
        made.append(Foreign(lang=_language(found.group(), chinese), text=found.group()))
        at = found.end()
    if at < len(text):
        made.append(Text(text=text[at:]))
    return made


def _language(text: str, chinese: str) -> str:
    if re.search(f"[{_KANA}]", text):
        return "ja"
    if re.search(f"[{_HANGUL}]", text):
        return "ko"
    if re.search(f"[{_CYRILLIC}]", text):
        return "uk" if _UKRAINIAN.search(text) else "ru"
    if re.search(f"[{_HEBREW}]", text):
        return "he"
    if re.search(f"[{_ARABIC}]", text):
        return "ar"
    return chinese
