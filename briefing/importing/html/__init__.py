"""Web pages, also those saved as one file (MHTML): the article in them, and what they say about
themselves.
"""
