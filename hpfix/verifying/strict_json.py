"""What loads with the `json` of the standard library, without comments and commas too many."""

from __future__ import annotations

import json

from hpfix.positions import BOM
from hpfix.verifying.walks import Differs


def require_strict(before: str, after: str) -> None:
    """Raise Differs where the first text loads strictly and the second does not."""
    if _is_strict(before) and not _is_strict(after):
        raise Differs("it was strict JSON, and is no more")


def _is_strict(text: str) -> bool:
    try:
        json.loads(text.removeprefix(BOM))
    except (ValueError, RecursionError):
        return False
    return True
