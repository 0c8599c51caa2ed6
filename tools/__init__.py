"""What sets the project up, checks it and releases it. Runs on the machine's own Python, but for what needs Reflex."""
