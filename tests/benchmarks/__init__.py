"""Speed and memory as ratios within one run: `python -m tests.benchmarks`. Never a timed test."""
