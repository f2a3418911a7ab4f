"""What the benchmark of the graph stands on: a filled company, a bare server beside ours, and a load generator."""
