"""No line ends before its room does because of a space that none will see."""

from collections.abc import Iterator
from typing import Any

from brief.writers.render import lay_out

WORDS = (
    "Duarte (2013) wrote:<q> ‘Tariffs on grain hold the two harbors back, because spare parts for"
    ' both fleets come <span class="whole">from there.’</span></q><sup>8</sup>'
)
CSS = (
    '@page { size: 300pt 900pt } p { margin: 0; font: 9.6pt/12.9pt "Source Serif Pro" }'
    " .whole { white-space: nowrap } q::before, q::after { content: none }"
)


def words(box: Any) -> str:
    """Return the words of a box."""
    return getattr(box, "text", "") or "".join(map(words, getattr(box, "children", ())))


def lines(widths: range) -> Iterator[list[str]]:
    """Yield the lines of the words, set in each width."""
    texts = (f'<p style="width: {wide}pt">{WORDS}</p>' for wide in widths)
    html = f"<html lang=en><title>t</title><style>{CSS}</style>{''.join(texts)}</html>"
    for page in lay_out(html, "test").pages:
        for box in page._page_box.descendants():
            if getattr(box, "element_tag", "") == "p" and type(box).__name__ == "BlockBox":
                yield [words(line).strip() for line in box.children]


def test_no_word_stands_alone_on_a_line_but_the_last() -> None:
    """Words fit on a line that has no room for the space behind them."""
    found = [line for made in lines(range(150, 262, 1)) for line in made[:-1]]
    assert len(found) > 200
    assert [line for line in found if " " not in line] == []
