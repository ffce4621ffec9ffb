"""Who repeats whom."""

import datetime as dt

from briefing.check.lineage import propose_lineage
from briefing.model.dossier import Dossier
from briefing.model.source import Source
from briefing.text.document import Document

STORY = (
    "The old mill by the river was sold on Friday to a young baker who wants to grind rye and spelt for the valley.\n"
    "Neighbours had hoped that the town would buy the building and turn it into a library with a garden.\n"
)
OTHER = (
    "A storm took the roof off the school last night, and lessons will be held in the fire station until June.\n"
    "The mayor promised that the insurance would pay for everything, although nobody has seen the policy.\n"
)
EARLY, LATE = dt.date(2031, 3, 1), dt.date(2031, 3, 9)


def dossier(texts: dict[str, str], sources: dict[str, Source]) -> Dossier:
    return Dossier(
        sources=tuple(sources.get(name, Source(id=name)) for name in texts),
        documents={name: Document(text, name) for name, text in texts.items()},
    )


def test_a_copy_repeats_the_earlier_text():
    found = propose_lineage(
        Dossier.from_texts(
            {"a": OTHER + STORY, "b": "Our town\n" + STORY, "c": OTHER[:90]}, published={"a": LATE, "b": EARLY}
        )
    )
    copy = next(item for item in found if {item.source, item.repeats} == {"a", "b"})
    assert (copy.source, copy.repeats, copy.kind, copy.basis) == ("a", "b", "copy", "date")
    assert copy.share > 0.9
    mine, twin = copy.passages[:2]
    assert (mine.source, mine.lines, twin.source, twin.lines) == ("a", (3, 4), "b", (2, 3))
    assert mine.text == twin.text


def test_nothing_in_common_nothing_proposed():
    assert propose_lineage(Dossier.from_texts({"a": STORY, "b": OTHER})) == []


def test_boilerplate_is_no_phrasing():
    texts = {"a": STORY + OTHER, "b": STORY + "Elsewhere the harvest was good and the wine sweet, as in every year."}
    sources = {name: Source(id=name, boilerplate=((1, 2),)) for name in texts}
    assert propose_lineage(dossier(texts, sources)) == []


def test_a_text_that_names_its_source():
    texts = {"a": "The mill was sold, the Valley Post reports, citing Lumen News.\n" + OTHER, "b": STORY}
    found = propose_lineage(dossier(texts, {"b": Source(id="b", publisher="Lumen News", published=EARLY)}))
    assert [(item.source, item.repeats, item.origin, item.kind) for item in found] == [
        ("a", "b", "", "attribution"),
        ("a", "", "the Valley Post", "attribution"),
    ]
    assert found[0].passages[0].text == "citing Lumen News"
    assert found[0].passages[0].lines == (1, 1)


def test_attribution_gives_the_direction_where_dates_do_not():
    texts = {"a": "Forwarded from Lumen News\n" + STORY, "b": STORY}
    found = propose_lineage(dossier(texts, {"b": Source(id="b", publisher="Lumen News")}))
    copy = next(item for item in found if item.kind == "copy")
    assert (copy.source, copy.repeats, copy.basis) == ("a", "b", "attribution")


def test_a_source_does_not_repeat_itself():
    texts = {"a": "Lumen News reports that the mill was sold."}
    assert propose_lineage(dossier(texts, {"a": Source(id="a", publisher="Lumen News")})) == []


def test_datelines_name_an_agency():
    (item,) = propose_lineage(Dossier.from_texts({"a": "PORTO (Lumen) - The mill was sold."}))
    assert (item.origin, item.passages[0].columns) == ("Lumen", (7, 12))


def test_one_shared_quotation_is_no_copy():
    said = "“We shall never sell this mill to anybody who does not love the river as we do”"
    a = f"The baker wept. {said}, he cried, and shut the door behind him before the reporters could ask.\n{OTHER}"
    b = f"Elsewhere all was calm: {said}. The harvest was good, the wine sweet and the roads dry for once.\n" + (
        "The council met for six hours and could not agree on a single one of the forty points before it."
    )
    (item,) = propose_lineage(Dossier.from_texts({"a": a, "b": b}))
    assert item.kind == "same quotation"
    assert item.score < 0.5


def test_sealed_sources_are_passed_over():
    sealed = Dossier(documents={"a": Document(STORY, "a", sealed=True), "b": Document(STORY, "b")})
    assert propose_lineage(sealed) == []


def test_a_mass_of_copies_stays_linear():
    found = propose_lineage(Dossier.from_texts({f"{n:03}": STORY for n in range(60)}))
    assert {item.source for item in found} | {item.repeats for item in found} == {f"{n:03}" for n in range(60)}
    assert len(found) <= 2 * 60
