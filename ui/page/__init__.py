"""The brief as a page: one text document, a block a row (see `briefing.rows`)."""
