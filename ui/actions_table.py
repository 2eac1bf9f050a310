"""The table of actions: menus, palette, shortcuts and help all come from it, and nothing is beside it.

Texts are marked for translation in the context "actions" and translated when the actions are built.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP as _tr

CONDITIONS = (
    "always",
    "brief",
    "editable",
    "undo",
    "redo",
    "source",
    "selection",
    "linkable",
    "item",
    "claim",
    "evidence",
    "judgement",
    "section",
    "exported",
    "problems",
)
"""What an action may wait for. "linkable" is words selected and a claim to link them to."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `shortcut` lists key sequences, " | " between them; `when` is a condition.

    `menu` is a menu's key, with the submenu after a slash. Of a `group` one is checked at a time.
    """

    id: str
    text: str
    shortcut: str = ""
    menu: str = ""
    icon: str = ""
    when: str = "always"
    tip: str = ""
    checkable: bool = False
    group: str = ""
    ends: bool = False
    """A separator follows in the menu."""


MENUS: tuple[tuple[str, str], ...] = (
    ("file", _tr("actions", "&File")),
    ("edit", _tr("actions", "&Edit")),
    ("articles", _tr("actions", "&Articles")),
    ("link", _tr("actions", "&Link")),
    ("brief", _tr("actions", "&Brief")),
    ("brief/kind", _tr("actions", "Claim &kind")),
    ("brief/judgement", _tr("actions", "&Judgement")),
    ("brief/section", _tr("actions", "&Section")),
    ("view", _tr("actions", "&View")),
    ("view/theme", _tr("actions", "&Theme")),
    ("help", _tr("actions", "&Help")),
)

_FILE = (
    Action("file.new", _tr("actions", "&New brief…"), "Ctrl+N", "file", "new"),
    Action("file.open", _tr("actions", "&Open…"), "Ctrl+O", "file", "open"),
    Action("file.open-recent", _tr("actions", "Open &recent…"), "Ctrl+R", "file", "history"),
    Action("file.sample", _tr("actions", "Open the sa&mple"), "", "file", "brief", ends=True),
    Action("file.save-copy", _tr("actions", "Save a &copy…"), "Ctrl+Shift+S", "file", "copy", "brief"),
    Action(
        "file.share-copy", _tr("actions", "&Share a copy…"), "", "file", "copy", "brief",
        _tr("actions", "A copy without the history of its making"), ends=True,
    ),
    Action("file.export", _tr("actions", "&Export…"), "Ctrl+E", "file", "export", "brief"),
    Action(
        "file.export-again", _tr("actions", "Export a&gain"), "Ctrl+Shift+E", "file", "export", "exported",
        _tr("actions", "To the same file, in the same format"), ends=True,
    ),
    Action("file.close", _tr("actions", "C&lose window"), "Ctrl+W", "file", "close"),
    Action("file.quit", _tr("actions", "&Quit"), "Ctrl+Q", "file"),
)  # fmt: skip

_EDIT = (
    Action("edit.undo", _tr("actions", "&Undo"), "Ctrl+Z", "edit", "undo", "undo"),
    Action("edit.redo", _tr("actions", "&Redo"), "Ctrl+Shift+Z | Ctrl+Y", "edit", "redo", "redo", ends=True),
    Action("edit.cut", _tr("actions", "Cu&t"), "Ctrl+X", "edit", "", "brief"),
    Action("edit.copy", _tr("actions", "&Copy"), "Ctrl+C", "edit", "copy", "brief"),
    Action("edit.paste", _tr("actions", "&Paste"), "Ctrl+V", "edit", "paste", "brief", ends=True),
    Action("edit.find", _tr("actions", "&Find in the article"), "Ctrl+F", "edit", "search", "source"),
    Action("edit.find-next", _tr("actions", "Find &next"), "F3", "edit", "search", "source"),
)

_ARTICLES = (
    Action("articles.add", _tr("actions", "&Add articles…"), "Ctrl+Shift+O", "articles", "add-article", "editable"),
    Action(
        "articles.paste", _tr("actions", "&Paste an article…"), "Ctrl+Shift+V", "articles", "paste", "editable",
        ends=True,
    ),
    Action("articles.details", _tr("actions", "Source &details…"), "Ctrl+D", "articles", "edit", "source"),
    Action("articles.read", _tr("actions", "&Mark as read or unread"), "Ctrl+M", "articles", "check", "source"),
    Action("articles.remove", _tr("actions", "&Remove the source…"), "", "articles", "trash", "source"),
)  # fmt: skip

_LINK = (
    Action(
        "link.supports", _tr("actions", "&Link to the claim"), "Ctrl+L", "link", "link", "linkable",
        _tr("actions", "The selected words support the current claim"),
    ),
    Action(
        "link.contradicts", _tr("actions", "Link as &contradicting"), "Ctrl+Shift+L", "link", "contradict",
        "linkable", _tr("actions", "The selected words contradict the current claim"),
    ),
    Action(
        "link.context", _tr("actions", "Link as conte&xt"), "Ctrl+Shift+X", "link", "context", "linkable",
        _tr("actions", "The selected words give background to the current claim"), ends=True,
    ),
    Action("link.new-claim", _tr("actions", "&New claim from the selection"), "Ctrl+Return", "link", "claim", "selection"),
    Action(
        "link.new-actor", _tr("actions", "New &actor from the selection"), "Ctrl+Shift+Return", "link", "actor",
        "selection",
    ),
    Action(
        "link.copy-citation", _tr("actions", "Cop&y with citation"), "Ctrl+Shift+C", "link", "quote", "selection",
        ends=True,
    ),
    Action("link.unlink", _tr("actions", "&Unlink the quote"), "Ctrl+Shift+D", "link", "unlink", "evidence"),
)  # fmt: skip

_BRIEF = (
    Action("brief.new-claim", _tr("actions", "New &claim"), "Ctrl+Shift+N", "brief", "claim", "editable"),
    Action("brief.new-judgement", _tr("actions", "New j&udgement"), "Ctrl+Shift+J", "brief", "judgement", "editable"),
    Action("brief.new-actor", _tr("actions", "New &actor"), "Ctrl+Shift+A", "brief", "actor", "editable", ends=True),
    Action("brief.bold", _tr("actions", "&Bold"), "Ctrl+B", "brief", "bold", "item"),
    Action("brief.italic", _tr("actions", "&Italic"), "Ctrl+I", "brief", "italic", "item"),
    Action("brief.link", _tr("actions", "Insert &link…"), "Ctrl+Shift+K", "brief", "link", "item", ends=True),
    Action("kind.reported", _tr("actions", "&Reported"), "Alt+1", "brief/kind", "claim", "claim", checkable=True, group="kind"),
    Action("kind.assessed", _tr("actions", "&Assessed"), "Alt+2", "brief/kind", "claim", "claim", checkable=True, group="kind"),
    Action("kind.assumption", _tr("actions", "A&ssumption"), "Alt+3", "brief/kind", "claim", "claim", checkable=True, group="kind"),
    Action("kind.gap", _tr("actions", "&Gap"), "Alt+4", "brief/kind", "claim", "claim", checkable=True, group="kind"),
    Action("kind.editorial", _tr("actions", "&Editorial"), "Alt+5", "brief/kind", "claim", "claim", checkable=True, group="kind"),
    Action("judgement.likelihood", _tr("actions", "&Likelihood…"), "Ctrl+J, L", "brief/judgement", "judgement", "judgement"),
    Action("judgement.confidence", _tr("actions", "&Confidence…"), "Ctrl+J, C", "brief/judgement", "judgement", "judgement"),
    Action("judgement.horizon", _tr("actions", "&Horizon…"), "Ctrl+J, H", "brief/judgement", "judgement", "judgement"),
    Action("judgement.basis", _tr("actions", "&Basis…"), "Ctrl+J, B", "brief/judgement", "link", "judgement"),
    Action("judgement.indicators", _tr("actions", "&Indicators…"), "Ctrl+J, I", "brief/judgement", "indicator", "judgement"),
    Action("section.add", _tr("actions", "&Add a section…"), "", "brief/section", "new", "editable"),
    Action("section.rename", _tr("actions", "&Rename the section…"), "Shift+F2", "brief/section", "edit", "section"),
    Action("section.remove", _tr("actions", "Re&move the section"), "", "brief/section", "trash", "section"),
    Action("brief.move-up", _tr("actions", "Move u&p"), "Alt+Up", "brief", "arrow-up", "item"),
    Action("brief.move-down", _tr("actions", "Move d&own"), "Alt+Down", "brief", "arrow-down", "item"),
    Action("brief.delete", _tr("actions", "&Delete"), "Ctrl+Shift+Backspace", "brief", "trash", "item", ends=True),
    Action("brief.details", _tr("actions", "Brief d&etails…"), "Ctrl+Shift+B", "brief", "settings", "brief"),
    Action("brief.preview", _tr("actions", "Pre&view"), "Ctrl+Shift+R", "brief", "eye", "brief"),
)  # fmt: skip

_VIEW = (
    Action("view.sources", _tr("actions", "Go to the &sources"), "Ctrl+1", "view", "article"),
    Action("view.reader", _tr("actions", "Go to the &reader"), "Ctrl+2", "view", "article"),
    Action("view.brief", _tr("actions", "Go to the &brief"), "Ctrl+3", "view", "brief"),
    Action("view.evidence", _tr("actions", "Go to the &evidence"), "Ctrl+4", "view", "quote"),
    Action("view.checks", _tr("actions", "Go to the &checks"), "Ctrl+5", "view", "warning"),
    Action("view.history", _tr("actions", "Go to the &history"), "Ctrl+6", "view", "history"),
    Action("view.next-pane", _tr("actions", "&Next pane"), "F6", "view"),
    Action("view.previous-pane", _tr("actions", "Pre&vious pane"), "Shift+F6", "view", ends=True),
    Action("view.next-problem", _tr("actions", "Next &problem"), "F8", "view", "warning", "problems"),
    Action("view.previous-problem", _tr("actions", "Previous pr&oblem"), "Shift+F8", "view", "warning", "problems", ends=True),
    Action("view.toggle-sources", _tr("actions", "Show the sources pane"), "F9", "view", "panel-left", checkable=True),
    Action("view.toggle-panel", _tr("actions", "Show the lower pane"), "Shift+F9", "view", "panel-bottom", checkable=True),
    Action("view.full-screen", _tr("actions", "&Full screen"), "F11", "view", "", checkable=True, ends=True),
    Action("view.zoom-in", _tr("actions", "Larger &text"), "Ctrl++ | Ctrl+=", "view", "search"),
    Action("view.zoom-out", _tr("actions", "S&maller text"), "Ctrl+-", "view", "search"),
    Action("view.zoom-reset", _tr("actions", "Nor&mal text size"), "Ctrl+0", "view", "search"),
    Action("view.serif", _tr("actions", "Read in a ser&if face"), "", "view", "", checkable=True, ends=True),
    Action("theme.system", _tr("actions", "As the &system"), "", "view/theme", "settings", checkable=True, group="theme"),
    Action("theme.light", _tr("actions", "&Light"), "", "view/theme", "sun", checkable=True, group="theme"),
    Action("theme.dark", _tr("actions", "&Dark"), "", "view/theme", "moon", checkable=True, group="theme"),
)  # fmt: skip

_HELP = (
    Action("help.palette", _tr("actions", "&Commands…"), "Ctrl+K | Ctrl+Shift+P", "help", "palette"),
    Action("help.shortcuts", _tr("actions", "&Keyboard shortcuts"), "F1", "help", "keyboard", ends=True),
    Action("help.about", _tr("actions", "&About Briefing Desk"), "", "help", "info"),
)

ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_ARTICLES, *_LINK, *_BRIEF, *_VIEW, *_HELP)
