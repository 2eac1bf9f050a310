"""Templates are opened in this process: these tests are about what is in them."""

from tests.briefing.outside.reading_here import files_opened_here

__all__ = ["files_opened_here"]
