"""Small documents and summaries built in code, for tests that need no reader or engine."""

from brief.model.document import Article, Document, Passage
from brief.model.question import Question
from brief.model.source import Seed
from brief.model.summary import ArticleSummary, Evidence, Figure, Stance, Summary, Thesis
from brief.questions import question_from_sentence

RAW = (
    "The two will not form an alliance. Trade rose to $90 billion in 2015.\n"
    "Some experts expect a pact. Their interests differ."
)


def question() -> Question:
    return question_from_sentence("Are Russia and Iran forming an alliance?")


def document(raw: str = RAW, seed: str = "a") -> Document:
    """Return a document of one article whose passages are the lines of `raw`."""
    passages, at = [], 0
    for number, line in enumerate(raw.split("\n"), 1):
        passages.append(Passage(id=f"{seed}#p{number}", start=at, end=at + len(line), text=line))
        at += len(line) + 1
    article = Article(id=seed, start=0, end=len(raw), passages=tuple(passages))
    head = Seed(id=seed, file=f"{seed}.txt", sha256="0" * 64)
    return Document(seed=head, length=len(raw), articles=(article,), removed=())


def placed(words: str, raw: str = RAW, seed: str = "a") -> dict:
    """Return text, offsets and passage of `words` in `raw`."""
    start = raw.index(words)
    passage = f"{seed}#p{raw[:start].count(chr(10)) + 1}"
    return {"text": words, "start": start, "end": start + len(words), "passage": passage}


def summary(raw: str = RAW, seed: str = "a") -> Summary:
    """Return a summary of `document()` with one item of each kind."""
    sentence = placed("Trade rose to $90 billion in 2015.", raw, seed)
    number = placed("$90 billion", raw, seed)
    article = ArticleSummary(
        id=seed,
        thesis=(Thesis(**placed("The two will not form an alliance.", raw, seed)),),
        evidence=(Evidence(**placed("Their interests differ.", raw, seed)),),
        figures=(
            Figure(
                **sentence,
                id=f"{seed}#f1",
                value=9e10,
                unit="USD",
                change="up",
                number={"start": number["start"], "end": number["end"]},
            ),
        ),
        stance=Stance(score=-2, label="no", confidence="high"),
    )
    return Summary(
        engine="test/1", seed=document(raw, seed).seed, question="?", articles=(article,)
    )
