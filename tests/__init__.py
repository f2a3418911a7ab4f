"""A package of its own name: a library that the tests use ships one called `tests`, which would be taken for ours."""
