"""`briefing set`: change a card without the app, with the same safe writing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from briefing.cli import streams
from briefing.cli.commands import click, dossier_options
from briefing.errors import UsageError
from briefing.model.card import Card
from briefing.model.dossier import Dossier
from briefing.store.change import Move, Set, path_of, plain
from briefing.store.edit import Store
from briefing.store.literal import literal
from briefing.store.schema import takes_text


@click.command("set")
@dossier_options
@click.argument("card")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE ...")
def command(dossier: Path | None, originals: Path | None, card: str, fields: tuple[str, ...]) -> int:
    """Change fields of a card: claim="A new claim." value.amount=2_000_000 evidence[0].lines=[12,14].

    A value is written as in TOML, or is taken as plain text; an empty one takes the field away.
    The field `topic` moves the card. Nothing is written unless all of it can be.
    """
    store = Store(dossier, originals)
    changes = [change(card, field) for field in fields]
    before, after = store.dossier, store.apply(*changes)
    for item in changes:
        name, gone = ("topic", False) if isinstance(item, Move) else (item.field, item.value is None)
        told = "nothing" if gone else _value(after, card, name)
        streams.out(f"{card}  {name}: {_value(before, card, name)} → {told}")
    return 0


def change(card: str, field: str) -> Set | Move:
    """Return the change that FIELD=VALUE asks for.

    Raises:
        UsageError: it is not written so.
    """
    name, equals, text = field.partition("=")
    if not equals:
        raise UsageError(f"“{field}” is no FIELD=VALUE", "write it as claim=… or value.amount=…")
    if name == "topic":
        return Move(card, text)
    return Set(card, name, None if not text else _meant(name, text))


def _meant(name: str, text: str) -> Any:
    """Return a text as the TOML value it spells, or as it is: where only text will do, or where it spells none."""
    try:
        value = tomlkit.value(text).unwrap()
    except (TOMLKitError, ValueError):
        return text
    return text if takes_text(Card, path_of(name)) and not isinstance(value, str) else value


def _value(dossier: Dossier, card: str, name: str) -> str:
    value: Any = dossier.card_by_id.get(card)
    for part in path_of(name):
        try:
            value = getattr(value, part) if isinstance(part, str) else value[part]
        except (AttributeError, LookupError, TypeError):
            return "nothing"
    return "nothing" if value in (None, "", ()) else literal(plain(value))
