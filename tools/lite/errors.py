"""What can go wrong while the site is built."""


class LiteError(RuntimeError):
    """The site cannot be built; the message is a plain sentence that says what to do."""
