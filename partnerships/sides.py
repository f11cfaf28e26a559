"""Which side of an agreement speaks."""

from collections.abc import Iterable
from typing import Any

from bureaus.models import Bureau
from common.punctuation import listed
from editorial.trees import Node, tree
from partnerships.models import Side


def by_side(statements: Iterable[Any], parties: Iterable[Any]) -> list[tuple[str, list[Node]]]:
    """The statements of each side as trees under the side's own name, the partner's first.

    The side is that of the whole tree; where none is stated, it is not told here.
    """
    bureaus = [str(party) for party in parties if isinstance(party.body, Bureau)]
    partners = [str(party) for party in parties if not isinstance(party.body, Bureau)]
    names = {
        Side.PARTNER: listed(partners),
        Side.BUREAU: listed(bureaus),
        Side.BOTH: str(Side.BOTH.label),
    }
    trees = tree(statements)
    spoken = [(name, [n for n in trees if n.row.side == side]) for side, name in names.items()]
    return [(name, nodes) for name, nodes in spoken if nodes]
