"""One HTML page that plays a routine: everything is inside, so it runs from a phone's own disk."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from helpers.player import packed
from helpers.player.element import MODULES, STYLE
from helpers.routine import Routine
from helpers.stage.bundle import bundle

HERE = Path(__file__).parent

LOOK = """
:root { --jp-ui-font-color1: #24211f; --jp-brand-color1: #0b62a8; --jp-layout-color1: #fdfcfa; }
:root[data-jp-theme-light="false"] {
  --jp-ui-font-color1: #f0ebe4; --jp-brand-color1: #64b5f6; --jp-layout-color1: #151618;
}
body { background: var(--jp-layout-color1); margin: 0; }
main { margin: 0 auto; max-width: 1080px; }
"""
"""Colours of the page, which stand in for those of JupyterLab."""

PAGE = """<!doctype html>
<html lang="en" data-jp-theme-light="true">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Good Hands: your massage</title>
<style>{style}</style>
</head>
<body>
<main><h1 class="gh-player-hidden">Good Hands: your massage</h1><div id="player"></div></main>
<script type="application/octet-stream" id="score">{score}</script>
<script type="module">{code}</script>
</body>
</html>
"""

POLICY = "default-src 'none'; script-src 'sha256-{seal}'; style-src 'unsafe-inline'"
"""Nothing may be asked for, and no script runs but the player."""


def page(routine: Routine) -> str:
    """Return the page for a routine: the same bytes for the same routine.

    It asks for nothing from outside, and its policy forbids that.
    """
    code = bundle(*MODULES, HERE / "page.js").replace("</script", "<\\/script")
    seal = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return PAGE.format(
        policy=POLICY.format(seal=seal),
        style=LOOK + STYLE,
        score=base64.b64encode(packed(routine)).decode(),
        code=code,
    )
