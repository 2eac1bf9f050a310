"""Word files (.docx): the text of the finished document."""
