"""What the actions do, by the noun they act on. Each class states its `ACTIONS` below its methods; `table` is
their sum.
"""
