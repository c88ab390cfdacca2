// @ts-check
// Reads the plan in the address by which the page was opened, and tells it to the kernel.
// JupyterLab takes it off the address bar at once, so the first address is asked for too.

// Some programs write the signs of an address in their other way, %3D for "=".
const PLAN = /(?:[?&#]|%3F|%26|%23)plan(?:=|%3D)([\w-]+)/i;
const SITE = /^([^?#]*?\/)(?:lab|doc|notebooks|tree|repl|consoles|edit)\//;

/** Return the plan that came with the page; "" where none did. */
function plan() {
  const [first] = performance.getEntriesByType("navigation");
  for (const address of [window.location.href, first?.name ?? ""]) {
    const found = PLAN.exec(address);
    if (found) return found[1];
  }
  return "";
}

/** @param {{ model: any }} context */
function render({ model }) {
  const address = window.location.href;
  model.send({ plan: plan(), site: SITE.exec(address)?.[1] ?? "" });
}

export default { render };
