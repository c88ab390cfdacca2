"""The one style sheet of all drawings: named colours (light and dark), line widths and type sizes.

Lengths are in px of a picture shown at its full width of 800 px; matplotlib's point is that px.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

WIDTH: Final = 800
"""Full width of every picture, px."""

DISCLAIMER: Final = "Drawn to scale from survey medians; your person differs."


@frozen
class Token:
    """A named colour: ``light`` is drawn (and used in PDF and PNG), ``dark`` lives in the CSS."""

    name: str
    light: str
    dark: str

    @property
    def css(self) -> str:
        """The CSS value of the token, with the light colour to fall back on."""
        return f"var(--gh-{self.name}, {self.light})"


# No two light colours may be equal: they are how the SVG writer tells the tokens apart.
_TOKENS: Final = (
    Token("paper", "#fcfaf6", "#1b1d20"),
    Token("ink", "#2a2420", "#f0ebe4"),
    Token("ink-soft", "#5b5049", "#c2b8ad"),
    Token("rule", "#d9cfc4", "#45423f"),
    Token("skin", "#f6e5d8", "#3a322d"),
    Token("skin-line", "#9b7460", "#b08f7d"),
    Token("limb", "#f8ece2", "#312b27"),
    Token("muscle", "#e9bfb0", "#6b463d"),
    Token("muscle-line", "#a65e4d", "#cf9280"),
    Token("muscle-faint", "#f1d9cc", "#483a34"),
    Token("fibre", "#c88d7b", "#94675a"),
    Token("fibre-faint", "#e2c0b1", "#5c4a42"),
    Token("tendon", "#f3ebe0", "#5f564d"),
    Token("bone", "#fbf4e3", "#4d463c"),
    Token("bone-line", "#b09a7c", "#7f7260"),
    Token("region", "#efd6c4", "#4b3f37"),
    Token("chosen", "#f4c886", "#7a5a24"),
    Token("zone", "#6a6570", "#aaa4b4"),
    Token("hand", "#fffefb", "#5b4c42"),
    Token("hand-line", "#ad3f0c", "#ffa873"),
    Token("hand-faint", "#d39a7c", "#a06a4c"),
    Token("path-light", "#776a60", "#bdb1a6"),
    Token("level-1", "#04787c", "#4fa3cd"),
    Token("level-2", "#1b589e", "#0cc6c2"),
    Token("level-3", "#522288", "#7ee07f"),
    Token("level-4", "#580044", "#efe345"),
    Token("on-level", "#fffefe", "#16181a"),
    Token("phase-a", "#ece6dd", "#2b2d30"),
    Token("phase-b", "#f4efe8", "#232528"),
    Token("now", "#b23c00", "#ffb184"),
    Token("linen", "#e3e9ee", "#333d46"),
    Token("linen-line", "#8799a8", "#8497a6"),
    Token("pillow", "#f5f8fa", "#4c5863"),
    Token("wood", "#ecdcc6", "#443829"),
    Token("wood-line", "#a58a67", "#8f7755"),
    Token("hair", "#b89d88", "#241c18"),
    Token("cloth", "#bfd6d2", "#2f5654"),
    Token("cloth-line", "#4b7b76", "#7db3ad"),
)

COLORS: Final = {token.name: token for token in _TOKENS}
"""All tokens by name."""

LEVELS: Final = (1, 2, 3, 4)


def color(name: str) -> str:
    """Return the light colour of a token, which is what matplotlib draws with."""
    return COLORS[name].light


def level_color(level: float) -> str:
    """Return the colour of a pressure level (rounded; no pressure is drawn like a return)."""
    step = round(level)
    return color("path-light") if step < 1 else color(f"level-{min(step, 4)}")


def level_width(level: float) -> float:
    """Return the width of a path at a pressure level, px: firmer is wider."""
    return (2.4, 3.4, 6.0, 8.8, 11.6)[min(max(round(level), 0), 4)]


FONT: Final = "DejaVu Sans"
"""Only measures the text: pages show it in their own font, and PDF and PNG use this one."""

TEXT: Final = 20.0
"""Labels, px: the notebook's own size when a picture is shown at 560 px, 10 px at 400 px."""
SMALL: Final = 18.0
"""Scale bar, key and the line about survey medians, px."""
HAIR: Final = 0.9
THIN: Final = 1.3
LINE: Final = 1.6
BOLD: Final = 2.8

SCOPE: Final = ".gh-picture"


def css() -> str:
    """Return the CSS of all pictures: colours for both themes, following JupyterLab's theme."""
    light = _values("light")
    dark = _values("dark")
    return (
        f"{SCOPE}{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{{SCOPE}{{{dark}}}}}\n"
        f'[data-jp-theme-light="true"] {SCOPE}{{{light}}}\n'
        f'[data-jp-theme-light="false"] {SCOPE}{{{dark}}}\n'
        f"{SCOPE} text{{font-family:inherit}}\n"
    )


def _values(theme: str) -> str:
    return ";".join(f"--gh-{token.name}:{getattr(token, theme)}" for token in _TOKENS)
