"""What can be wrong with a notebook."""


class BuildError(RuntimeError):
    """A notebook cannot be built; the message is a plain sentence."""
