"""Item models over tuples of the snapshot."""
