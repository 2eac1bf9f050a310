"""The brief file: one SQLite database, written at every edit, checked at every opening.

`create` and `open_brief` give a `Store`; a session commits to it. Damage is detected by hashes, and backups
are kept on a ladder.
"""

from briefing.storage.backups import Backup, backups_of
from briefing.storage.opening import Opened, create, open_brief
from briefing.storage.rescuing import Rescue, rescue
from briefing.storage.restoring import missing_in, restore
from briefing.storage.sharing import ShareChoice, ShareListing, SharePart, listing
from briefing.storage.store import HistoryEntry, Store

__all__ = [
    "Backup",
    "HistoryEntry",
    "Opened",
    "Rescue",
    "ShareChoice",
    "ShareListing",
    "SharePart",
    "Store",
    "backups_of",
    "create",
    "listing",
    "missing_in",
    "open_brief",
    "rescue",
    "restore",
]
