// @ts-check
// Reads the plan in the address by which the page was opened, and tells it to the kernel.
// JupyterLab takes it off the address bar at once, so the first address is asked for too.

const PLAN = /[?&#]plan=([\w-]+)/;
const SITE = /^([^?#]*?\/)(?:lab|doc|notebooks|tree|repl|consoles|edit)\//;

/** Return the plan that came with the page; "" where none did. */
function plan() {
  const [first] = performance.getEntriesByType("navigation");
  for (const address of [window.location.href, first?.name ?? ""]) {
    const found = PLAN.exec(decodeURIComponent(address));
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
