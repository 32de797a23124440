"""Sentences of sources in; what each says of what is asked, for or against, and whose word, out.

The rest of `compose` builds on this; nothing here imports it. `line` is a sentence, `library` holds
those of all sources. A sentence is asked, a module a question or several:

- Is it on the matter? `search`, by `phrases`; is that one of a row? `enumerations`. On the parties?
  `coreference`.
- Whose view is it? `endorsement`, `discussion_records`, `rebuttals`. Of when is it? `dating`.
- Does it say so at all? `assertion` (asked, aimed at), `commitment` (may be, is called so),
  `factuality` (meant, wished, denied), `noncommittal`.
- Which way does it lean? `tones`, by `word_families`, `word_senses`, `reach` (of denials and
  doubts), `proximity` (which words are said of the subject) and `semantic_roles` (whose they are);
  `leanings` puts it together.
- Is it on what is between the two? `ties`. Does it prove a side, or bear out a sentence of ours?
  `found`, `proofs`, `support`.
- Can it be printed? `quotability`, `quoting`.
"""
