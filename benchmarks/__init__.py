"""What `make bench` measures against the budgets: `make bench ARGS=phone` runs one part.

Speed is measured here and never in a test. Each module named in `__main__.PARTS` has `run()`, which returns rows.
"""
