"""Speed, measured as ratios within one run. `uv run python -m tests.bench` prints the table."""
