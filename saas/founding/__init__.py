"""Founding: a person makes a company by himself.

A *plan* is what he says of the company to be. A *founding* is a plan that was accepted and waits for the *foundry*, the
one process that may make namespaces: the web process may not. It ends with a company whose owner he is, or with a
failure that he can read. Its table stands in `platform`.
"""
