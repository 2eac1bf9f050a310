"""Reference files (RIS, BibTeX, CSL-JSON): records without text, and which text each belongs to."""
