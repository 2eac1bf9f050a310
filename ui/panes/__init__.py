"""What stands round the page: articles, evidence, checks, suggestions, history, versions, review."""
