"""What the notebooks show and the learner works with, as ``__init__.pyi`` lists it.

Each name is imported when it is first asked for: a lesson pays for nothing but what is in it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
