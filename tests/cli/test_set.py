"""`briefing set`: one line of a file, the old value and the new one, or an error and nothing written."""

import pytest

from briefing.cli import main
from briefing.store.dossier import open_dossier

SIZE = "facts/size.toml"


@pytest.fixture
def change(mole, capsys):
    """Change the small dossier; give the exit code, what was written, and the lines that came."""

    def call(*fields: str, card: str = "mole-length") -> tuple[int, str, list[str]]:
        before = (mole / SIZE).read_text().split("\n")
        code = main(["set", "-d", str(mole), card, *fields])
        out, err = capsys.readouterr()
        after = (mole / SIZE).read_text().split("\n")
        return code, out + err, [line for line in after if line not in before]

    return call


@pytest.mark.parametrize(
    ("field", "told", "line"),
    [
        ("claim=It is = short.", '"It is = short."', 'claim = "It is = short."  # as planned'),
        ('claim="It is short."', '"It is short."', 'claim = "It is short."  # as planned'),
        ("claim=[sic] \x1b[31m", '"[sic] \\u001b[31m"', 'claim = "[sic] \\u001b[31m"  # as planned'),
        ("claim=1200", '"1200"', 'claim = "1200"  # as planned'),
        ("note=a # b", '"a # b"', 'note = "a # b"'),
        ("kind=date", '"date"', 'kind = "date"'),
        ("key=false", "false", "key = false"),
        ("as_of=1931-05-04", "1931-05-04", "as_of = 1931-05-04"),
        ("value.amount=12_500", "12_500", 'value = { amount = 12_500, unit = "m" }'),
        ("value.amount=-1.5", "-1.5", 'value = { amount = -1.5, unit = "m" }'),
        ("value.date=1931", '"1931"', 'value = { amount = 1200, unit = "m", date = "1931" }'),
        ("value.unit=", "nothing", "value = { amount = 1200 }"),
        ("evidence[2].quote=no more", '"no more"', 'quote = "no more"'),
        ("evidence[0].lines=[1, 2]", "[1, 2]", "lines = [1, 2]"),
    ],
)
def test_a_field_is_one_line(change, field, told, line):
    code, text, came = change(field)
    assert (code, came) == (0, [line])
    assert text.startswith(f"mole-length  {field.partition('=')[0]}: ")
    assert text.endswith(f" → {told}\n")


def test_the_old_value_is_told(change):
    assert change("value.amount=1300")[1] == "mole-length  value.amount: 1200 → 1300\n"
    assert change("evidence[1].stance=disputes", "subject=pier")[1] == (
        'mole-length  evidence[1].stance: "supports" → "disputes"\nmole-length  subject: "mole" → "pier"\n'
    )
    assert change("evidence[1]=")[1].endswith(" → nothing\n")


def test_several_fields_are_one_change(change, mole):
    code, _, came = change("judgement.confidence=low", "judgement.reason=The pilot paced it out.")
    assert (code, came) == (
        0,
        ["[card.judgement]", 'confidence = "low"', 'reason = "The pilot paced it out."'],
    )
    assert open_dossier(mole).card_by_id["mole-length"].judgement.confidence == "low"


def test_a_topic_moves_the_card(change, mole):
    assert change("topic=lengths")[:2] == (0, 'mole-length  topic: "size" → "lengths"\n')
    assert (mole / "facts/lengths.toml").exists()
    assert open_dossier(mole).card_by_id["mole-length"].topic == "lengths"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["clam=x"], "did you mean `claim`?"),
        (["value.amout=1"], "did you mean `amount`?"),
        (["claim="], "`claim` is missing"),
        (["value.amount=many"], "`amount` must be a number"),
        (["kind=dat"], "did you mean “date”?"),
        (["key=perhaps"], "`key` must be true or false"),
        (["as_of=May"], "`as_of` must be a date"),
        (["evidence[7].quote=x"], "there is no evidence[7]"),
        (["evidence[x].quote=y"], "names no field"),
        (["judgement.confidence=low"], "`reason` is missing"),
        (["id=other"], "`id` cannot be changed"),
        (["claim"], "is no FIELD=VALUE"),
        (["topic=a/b"], "cannot be a topic"),
        (["subject=fine", "clam=x"], "unknown key `clam`"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(change, fields, message):
    code, text, came = change(*fields)
    assert (code, came) == (2, [])
    assert message in text


def test_a_card_that_is_not_there_is_told(change):
    code, text, _ = change("claim=x", card="mole-lenght")
    assert (code, "did you mean `mole-length`?" in text) == (2, True)


def test_without_fields_it_is_wrong_usage(change):
    assert change()[0] == 2
