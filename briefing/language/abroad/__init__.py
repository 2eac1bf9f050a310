"""What is read in other languages than English: amounts, denials, doubts, directions and names, by tables.

What no table has is not read, and of what is not read nothing is said.
"""
