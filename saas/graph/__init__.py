"""The graph: a read is one SQL statement, a write is one action.

`declare` is what a capability's graph.py speaks; `assembly` makes the schema and its bindings of all of them;
`documents`, `selection`, `arguments`, `filters`, `pages` and `compiler` turn a validated selection into one statement;
`resolve` and `mutate` do what SQL cannot say; `door` takes a request's bytes and gives the answer's.
"""
