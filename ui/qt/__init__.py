"""What Qt needs beneath: jobs in threads, the bridge of changes, garbage, faults, offsets, shortcuts,
screens.
"""
