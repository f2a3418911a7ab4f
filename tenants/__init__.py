"""Tenants: who they are, where they live, and the one way into a tenant's namespace.

Knows nothing of the product. A *tenant* is one subscriber; its *namespace* (a Postgres schema) holds its tables, its
*role* of the same name may touch them, its *cell* is the Postgres that they live in. `platform` is the operator's own
namespace, `fleet` tells which revision each namespace of a cell stands at, `jobs` is the cell's queue, `ext` holds
extensions and functions that all may use.
"""
