// @ts-check
// Starts the player on a page of its own, in the light or the dark as the device has it.

import { mountPlayer } from "../player/player.js";
import { unpack } from "../player/unpack.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => (document.documentElement.dataset.jpThemeLight = String(!dark.matches));
dark.addEventListener("change", follow);
follow();

export default unpack(document.getElementById("score")?.textContent ?? "").then((score) =>
  mountPlayer(/** @type {HTMLElement} */ (document.getElementById("player")), score, { level: 2 }),
);
