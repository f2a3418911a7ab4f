"""The worker's parts: a queue for each cell, the one who performs a job, and what is done beside them."""
