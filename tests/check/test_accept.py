import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing.check.accept import accepted, dismissed
from briefing.check.audit import audit
from briefing.model.card import Card, Value
from briefing.model.dossier import Dossier
from briefing.model.passage import Evidence
from briefing.model.results import Candidate, CandidateSide
from briefing.model.source import Source
from briefing.text.document import Document

ONE = Document(
    "The ferry sank on Friday.\nThe owner said the ferry carried 212 people, 40 of them children, when it left the "
    "port of Varna at dawn on its way to the islands in the north.\n",
    "one",
)
TWO = Document("It carried 240 people, the coast guard said. It sank.\n", "two")


def side(document: Document, start: int, end: int, value: Value | None = None) -> CandidateSide:
    return CandidateSide(
        source=document.id,
        lines=document.lines_of(start, end),
        columns=(document.position(start)[1], document.position(end)[1]),
        text=" ".join(document.text[start:end].split()),
        value=value,
    )


def of(document: Document, words: str, value: Value | None = None) -> CandidateSide:
    start = document.text.index(words)
    return side(document, start, start + len(words), value)


def candidate(*sides: CandidateSide, reason: str = "the figures differ", **more: Any) -> Candidate:
    given: dict[str, Any] = {"kind": "figure", "question": "How many people did the ferry carry?"} | more
    return Candidate(
        id="figure-1", nature="real", severity="high", score=0.5, reason=reason, sides=tuple(sides), **given
    )


def quotes(found: Candidate, *documents: Document) -> list[list[tuple[str, str]]]:
    made = accepted(found, "x", {document.id: document for document in documents or (ONE, TWO)})
    return [[(each.says, passage.quote) for passage in each.passages] for each in made.side]


def test_a_bare_figure_is_quoted_with_the_words_around_it() -> None:
    found = candidate(of(ONE, "212", Value(amount=212)), of(TWO, "240", Value(amount=240)))
    assert quotes(found) == [[("212", "ferry carried 212 people")], [("240", "carried 240 people")]]


def test_of_a_whole_sentence_a_part_is_quoted_that_no_other_side_has() -> None:
    sentence = ONE.text.split("\n")[1]
    found = candidate(of(ONE, sentence), of(TWO, "It carried 240 people, the coast guard said."))
    (((says, quote),), ((other, short),)) = quotes(found)
    assert len(quote.split()) <= 12
    assert says.startswith("… ") and says.endswith(" …") and quote in says
    assert (other, short) == ("It carried 240 people, the coast guard …", "It carried 240 people, the coast guard")


def test_what_the_reason_tells_of_is_what_is_quoted() -> None:
    found = candidate(of(ONE, ONE.text.split("\n")[1]), of(TWO, "It sank"), reason="“at dawn” against “It sank”")
    assert quotes(found) == [[("… at dawn …", "at dawn")], [("… sank", "sank")]]


def test_of_those_who_say_so_the_words_that_name_them_are_quoted() -> None:
    found = candidate(of(ONE, ONE.text.split("\n")[1]), of(TWO, TWO.text.split(" It sank")[0]), kind="attribution")
    assert quotes(found)[0] == [("The owner said …", "The owner said")]


def test_those_who_say_the_same_are_one_side() -> None:
    same = Document("Some 240 people were on it. The crew was saved.\n", "three")
    value = Value(amount=240)
    found = candidate(of(TWO, "240", value), of(same, "240", value), of(ONE, "212", Value(amount=212)))
    assert [len(each) for each in quotes(found, ONE, TWO, same)] == [2, 1]
    inner = candidate(of(TWO, "240", value), of(same, "240", value), of(ONE, "212"), kind="internal")
    assert [len(each) for each in quotes(inner, ONE, TWO, same)] == [1, 1, 1]


def test_it_touches_the_claims_that_cite_the_same_words_and_no_others() -> None:
    def card(id: str, quote: str) -> Card:
        evidence = Evidence(source="one", lines=(2, 2), quote=quote, stance="supports", directness="named")
        return Card(id=id, claim=id, evidence=(evidence,))

    cards = [card("people", "carried 212 people"), card("children", "40 of them children")]
    found = candidate(of(ONE, "212", Value(amount=212)), of(TWO, "240"))
    made = accepted(found, "x", {"one": ONE, "two": TWO}, cards)
    assert made.cards == ("people",)
    assert (made.id, made.status, made.finding) == ("x", "open", "")


def test_what_was_dismissed_keeps_question_reason_and_day() -> None:
    found = candidate(question="How\u202e many?")
    made = dismissed(found, "another ferry", dt.date(2024, 5, 1))
    assert (made.id, made.reason, made.question, made.on) == (
        "figure-1",
        "another ferry",
        "How many?",
        dt.date(2024, 5, 1),
    )


WORDS = st.sampled_from(
    ["ferry", "the", "of", "it", "sank", "1,200", "$40", "35%", "Mr. Holt", "don’t", "Ås", "in-depth"]
)
ENDS = st.sampled_from([". ", ", ", " ", " ", " ", "; ", "\n", "? ", " – "])
TEXTS = st.lists(st.tuples(WORDS, ENDS), min_size=3, max_size=60).map(lambda parts: "".join(a + b for a, b in parts))


@given(TEXTS, TEXTS, st.data())
def test_whatever_the_sides_verify_finds_nothing_wrong_with_the_quotes(one: str, two: str, data: st.DataObject) -> None:
    sides = []
    documents = {"a": Document(one, "a"), "b": Document(two, "b")}
    for document in documents.values():
        start = data.draw(st.integers(0, len(document.text) - 2))
        while document.text[start].isspace():
            start -= 1
        end = data.draw(st.integers(start + 1, len(document.text)))
        sides.append(side(document, start, start + len(document.text[start:end].rstrip())))
    made = accepted(candidate(*sides), "x", documents)
    dossier = Dossier(discrepancies=(made,), sources=(Source(id="a"), Source(id="b")), documents=documents)
    assert [finding.code for finding in audit(dossier).findings] == []
