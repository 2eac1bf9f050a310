"""Getting one web address: what the address reveals, the process that goes there, and what of its answer is
taken.
"""
