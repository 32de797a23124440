"""Text in, figures out: every measure and count with value, unit, change, year and what it measures."""

from brief.engines.rules.figures.find import FoundFigure, find_figures
from brief.engines.rules.figures.lines import figures_lines

__all__ = ["FoundFigure", "figures_lines", "find_figures"]
