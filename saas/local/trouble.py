"""What stops a start on a person's machine, said in one sentence that tells what to do."""


class Trouble(Exception):
    """Its text is printed as it is, without a traceback."""
