"""An edit with wrong arguments is an error at every door it can go through. Nothing here is run."""

from __future__ import annotations

from briefing import edits
from briefing.cli import command_desk
from briefing.model import Brief, Evidence
from briefing.session import NewStep, Session
from ui.desk import Desk
from ui.page import ops
from ui.page.view import PageView


def through_the_session(session: Session, evidence: Evidence) -> None:
    """One error a line, but for those without a comment."""
    session.apply("Link quote", edits.link_quote, "c1", evidence)
    session.apply(NewStep("Link quote", join="link"), edits.link_quote, claim_id="c1", evidence=evidence)
    session.apply("Link quote", edits.link_quote, 42, evidence)  # type: ignore[arg-type]
    session.apply("Link quote", edits.link_quote, "c1", None)  # type: ignore[arg-type]
    session.apply("Link quote", edits.link_quote, "c1")  # type: ignore[call-arg]
    session.apply("Link quote", edits.link_quote, "c1", evidence, "s1")  # type: ignore[call-arg]
    session.apply("Link quote", edits.link_quote, "c1", evidence, join="link")  # type: ignore[call-arg]
    session.apply("Link quote", edits.link_quote("c1", evidence))  # type: ignore[arg-type, call-arg]
    session.apply(edits.link_quote, "c1", evidence)  # type: ignore[arg-type]
    session.apply("Count", len_of_title)  # type: ignore[arg-type]
    session.look("Mark read", edits.mark_read, 1)  # type: ignore[arg-type]


def through_the_window(desk: Desk, evidence: Evidence) -> None:
    """As above, by the door of all views."""
    desk.do("Link quote", edits.link_quote, "c1", evidence)
    desk.do("Link quote", edits.link_quote, 42, "nonsense", None)  # type: ignore[arg-type, call-arg]
    desk.do(NewStep("Link quote", "page"), edits.link_quote, 42, evidence)  # type: ignore[arg-type]
    desk.look("Mark read", edits.mark_read, 1)  # type: ignore[arg-type]


def on_the_page(view: PageView) -> None:
    """As above, by the page's own door."""
    ops.act(view, None, "Remove", edits.remove_item, "c1")
    ops.act(view, None, "Remove", edits.remove_item, None)  # type: ignore[arg-type]


def on_the_command_line(desk: command_desk.CommandDesk, evidence: Evidence) -> None:
    """As above, by the door of the commands."""
    desk.apply("Link quote", edits.link_quote, "c1", evidence)
    desk.apply("Link quote", edits.link_quote, 42, evidence)  # type: ignore[arg-type]


def len_of_title(brief: Brief) -> int:
    """What is no edit."""
    return len(brief.title)
