"""Code that mypy must find wrong: each `type: ignore` here is an error that has to be there, or mypy reports
it as unused.
"""
