"""OpenDocument texts (.odt): the text of the finished document."""
