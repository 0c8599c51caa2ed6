"""What pages are made of: noun phrases, small parts first, the whole last."""
