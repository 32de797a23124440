"""Where a text stands on the question: the author's stance, and each reported voice's."""

from brief.engines.rules.stance.document import article_stance
from brief.engines.rules.stance.scoring import Score, sentence_score

__all__ = ["Score", "article_stance", "sentence_score"]
