"""Start Briefing Desk: the window, or the command line when given a command. See --help."""

import sys

from briefing.cli import main

if __name__ == "__main__":
    sys.exit(main())
