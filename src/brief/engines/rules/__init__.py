"""Engines made of rules and data, without a model.

`engine` makes a summary; what it asks of, a question a group of modules:

- Sentences and words: `sentences`, `tokens`, `clauses`, `stems`; word lists: `lexicon`, `cues`.
- Whose view does a sentence state? `voice` answers, by what one sentence says (`whose`) and by what
  stands before (`memory`, `turns`, `quotations`); `speakers` gives each voice one name.
  An attribution has a holder (`holders`, `leads`, `labels`, `advice`), a cue, and a content
  (`content`). Cues: a main verb (`attribution`, `subjects`, `idioms`), plain saying however far off
  (`sayings`), a tag behind (`speech_tags`), a phrase (`viewpoints`), a passive (`passives`), an
  impersonal view (`hearsay`), or who the sentence is about (`people`).
- What does it claim? `thesis`, `evidence`, `claims`, by `features` (`shapes`) and `phrasing`; not
  `courtesy`.
- `stance/`: where a text stands. `figures/`: its numbers.
"""
