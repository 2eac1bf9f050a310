"""The brief file: one SQLite database, written at every edit, checked at every opening.

`create` and `open_brief` give a `Store`; a session commits to it. Damage is told by hashes, and backups
are kept on a ladder.
"""

from briefing.storage.backups import Backup, backups_of
from briefing.storage.opening import Opened, create, open_brief
from briefing.storage.restoring import restore
from briefing.storage.store import Entry, Store

__all__ = ["Backup", "Entry", "Opened", "Store", "backups_of", "create", "open_brief", "restore"]
