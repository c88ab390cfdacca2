// @ts-check
// The screen: kept awake while the massage runs, and filled by the player in its big view.

/**
 * @param {HTMLElement} root
 * @param {() => void} changed called when the big view begins or ends
 */
export function makeScreen(root, changed) {
  /** @type {any} */
  let lock = null;
  let wanted = false;
  let big = false;
  const ending = new AbortController();

  async function take() {
    if (!wanted || lock || document.hidden || !navigator.wakeLock) return;
    try {
      const taken = await navigator.wakeLock.request("screen");
      if (!wanted) {
        void taken.release();
        return;
      }
      lock = taken;
      lock.addEventListener("release", () => (lock = null));
    } catch {
      // A device low on power refuses; the massage goes on.
    }
  }

  function drop() {
    wanted = false;
    void lock?.release();
    lock = null;
  }

  /** In the top layer, whatever the page around it clips: the whole screen, or else the window. */
  async function open() {
    big = true;
    changed();
    try {
      await root.requestFullscreen();
    } catch {
      if (!big || !root.showPopover) return;
      root.setAttribute("popover", "manual");
      root.showPopover();
    }
  }

  function close() {
    big = false;
    if (document.fullscreenElement === root) void document.exitFullscreen();
    if (root.hasAttribute("popover")) {
      root.hidePopover?.();
      root.removeAttribute("popover");
    }
    changed();
  }

  root.addEventListener(
    "fullscreenchange",
    () => {
      if (big && document.fullscreenElement !== root) close();
    },
    { signal: ending.signal },
  );

  return {
    isBig: () => big,
    toggle: () => (big ? close() : void open()),
    /** @param {boolean} awake */
    stayAwake(awake) {
      if (!awake) drop();
      else {
        wanted = true;
        void take();
      }
    },
    close() {
      ending.abort();
      drop();
      if (big) close();
    },
  };
}
