"""Pages handed over by a browser: what a message holds, the inbox in which they wait, the host that takes
them, and what makes the host known to a browser.
"""
