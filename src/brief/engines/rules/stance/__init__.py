"""Where a text stands on the question: the author's stance, and each reported voice's.

`document` reads a text, `scoring` a sentence. On the way from a word to a stance:

- Words: `lexicon` holds them, `mentions` finds who is named, `clauses` where one statement ends.
- Is the word on the parties' relation? `relevance`; not `lookalikes` or ties of `third_parties`;
  and not the other way round (`direction`).
- What does its clause say of it? `polarity`, by `operators`, `negation_scope`, `double_negation`,
  `predicates`, `rejected_claims`, `undoing` and `asides`; how firmly: `modality`,
  `counterfactuals`; is the thing said to be so, only spoken of (`asserted`), or
  what a third means to keep from happening (`averted`)?
- What else does the sentence say? `tone` (near or far), `trends` (warmer or cooler), `both_sides`;
  of more than two parties, whether it is said of all: `several`; does it only answer the sentence
  before? `replies`.
- The text: `judged` (its sentences in order), `discourse` (what each does to the one before),
  `aggregation` (all together), `wording` (how texts so worded mostly stand); `reported_stance` for
  each voice.
"""

from brief.engines.rules.stance.document import article_stance
from brief.engines.rules.stance.scoring import Score, sentence_score

__all__ = ["Score", "article_stance", "sentence_score"]
