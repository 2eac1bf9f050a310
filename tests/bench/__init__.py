"""Speed, measured as ratios within one run. `uv run tests/bench/run.py` prints the table."""
