"""Imports: CSV files of a previous system become records of this one.

An *import* is one run over one or more *files*; each file holds rows of one *entity* (products, members, accounts,
contacts, deals, leads), each of its *columns* is mapped to a *target*. A *check* is the same run without its writes; a
*note* says a rule that was applied and how often; a *refusal* is a row that was left out, with line, column and reason;
an *undo* takes an import back. It knows no rule of the records themselves: it calls the actions that people call.
"""
