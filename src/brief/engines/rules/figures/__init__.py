"""Text in, figures out: each measure and count with value, unit, change, year, and its subject."""

from brief.engines.rules.figures.find import find_figures
from brief.engines.rules.figures.found import FoundFigure
from brief.engines.rules.figures.lines import figures_lines

__all__ = ["FoundFigure", "figures_lines", "find_figures"]
