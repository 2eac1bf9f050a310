"""Small additions of the kinds that CONTRIBUTING names; `tests/ui/test_to_add.py` puts each into its
table.
"""
