"""Everything on one machine: an embedded Postgres, the web client's build, and a supervisor of web and worker.

It knows the composition roots and is known by the command line only; in production none of it runs.
"""
