"""`python -m briefing.cli`, where the command is not installed."""

import sys

from briefing.cli import main

sys.exit(main())
