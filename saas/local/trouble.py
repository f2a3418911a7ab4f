"""What stops a start on a person's machine, said in one sentence that tells what to do."""


class Trouble(Exception):  # noqa: N818  it is a sentence for a person, not an error of the program
    """Its text is printed as it is, without a traceback."""
