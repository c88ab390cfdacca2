// @ts-check
// The player as an element of a notebook.

import { make, withLanguage } from "../stage/dom.js";
import { mountPlayer } from "./player.js";
import { unpack } from "./unpack.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  /** @type {ReturnType<typeof mountPlayer> | null} */
  let player = null;
  let closed = false;
  let turn = 0;

  async function show() {
    turn += 1;
    const mine = turn;
    let score;
    try {
      score = await unpack(model.get("score"));
    } catch {
      player?.destroy();
      player = null;
      el.replaceChildren(make("p", "", "This plan could not be read. Run this cell again."));
      return;
    }
    if (closed || mine !== turn) return;
    // Who took the new plan goes on in it.
    const inside = el.contains(document.activeElement);
    player?.destroy();
    el.replaceChildren();
    player = mountPlayer(el, score, { onNewPlan: () => model.send({ renew: true }) });
    if (inside) player.focus();
    wait();
  }

  /** Another plan waits: it is taken when the learner says so, never in the middle of a massage. */
  const wait = () => player?.renew(model.get("stale"));
  const changed = () => void show();
  model.on("change:score", changed);
  model.on("change:stale", wait);
  void show();

  return () => {
    closed = true;
    model.off("change:score", changed);
    model.off("change:stale", wait);
    player?.destroy();
    el.replaceChildren();
  };
}

export default { render: withLanguage(render) };
