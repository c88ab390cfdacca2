// @ts-check
// Small helpers that all widgets share: elements, keys, and one quiet voice.

/**
 * Make an element; what is put into it as text stays text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/**
 * Arrow keys, Space and letters belong to what has the focus, not to JupyterLab's list of cells. Lab
 * looks for this mark on the focused element itself before it looks further up.
 * @param {HTMLElement} element
 */
export function keepKeys(element) {
  element.setAttribute("data-lm-suppress-shortcuts", "true");
}

/**
 * Make a button that is pressed and no more: it sends no form, and its keys are its own.
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function makeButton(className, ...children) {
  const button = make("button", className, ...children);
  button.type = "button";
  keepKeys(button);
  return button;
}

/** A beginning for ids that no other view on the page has. */
export function uniqueId() {
  return `gh${Math.random().toString(36).slice(2, 10)}`;
}

/**
 * Let a screen reader know which language a widget speaks, where it is not the page's own.
 * @template {{ model: any, el: HTMLElement }} C
 * @template R
 * @param {(context: C) => R} render
 */
export function withLanguage(render) {
  return (/** @type {C} */ context) => {
    const lang = context.model.get("lang");
    if (lang) context.el.lang = lang;
    return render(context);
  };
}

/** Quiet time after the last change before it is said, in ms: not at every step of a slider. */
const QUIET = 800;
/** Words that were said stay for so long, in ms; kept, they would be read again below what is seen. */
const SAID = 10_000;

/**
 * Make a line that is heard and never seen.
 * @param {string} className what hides it
 */
export function makeLive(className) {
  const element = make("p", className);
  let waiting = 0;
  let going = 0;
  element.setAttribute("role", "status");

  /** @param {string} text */
  function say(text) {
    clearTimeout(waiting);
    clearTimeout(going);
    element.textContent = text;
    going = setTimeout(() => element.replaceChildren(), SAID);
  }

  return {
    element,
    say,
    /** Say something once nothing has changed for a moment. @param {() => string} words "" for nothing */
    sayLater(words) {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const text = words();
        if (text) say(text);
      }, QUIET);
    },
    close() {
      clearTimeout(waiting);
      clearTimeout(going);
    },
  };
}

/**
 * Whether the learner is in another output of the notebook: what changes here is met there later.
 * @param {HTMLElement} element
 */
export function isElsewhere(element) {
  const output = ".jp-OutputArea-output";
  const [here, at] = [element.closest(output), document.activeElement?.closest(output)];
  return Boolean(here && at && here !== at);
}

/** Whether the learner has a slider in hand; what it changes may lie in another cell as well. */
function sliding() {
  return document.activeElement?.matches("input[type=range]") ?? false;
}

/**
 * Keep the greatest height that an element has had while a slider is in hand, so that nothing below
 * it goes up and down when its words take a line more or less. Any other change lets go of it. What
 * comes and goes beside it in the same output of a notebook, a whole list or a card, is kept too.
 * @param {HTMLElement} element
 * @returns {() => void} stops it
 */
export function keepRoom(element) {
  /** @type {(() => void)[]} */
  const stops = [holdHeight(element)];
  // An element has its output once it is on the page. The output is marked: one in it is enough.
  const arrival = new ResizeObserver(() => {
    /** @type {HTMLElement | null} */
    const output = element.closest(".jp-OutputArea-output");
    if (!output || "ghRoom" in output.dataset) return;
    output.dataset.ghRoom = "kept";
    stops.push(holdHeight(output), () => delete output.dataset.ghRoom);
  });
  arrival.observe(element);
  return () => {
    arrival.disconnect();
    for (const stop of stops) stop();
  };
}

/**
 * @param {HTMLElement} element
 * @returns {() => void} stops it
 */
function holdHeight(element) {
  let width = 0;
  let height = 0;
  const size = () => element.getBoundingClientRect();
  element.style.boxSizing = "border-box";

  function letGo() {
    element.style.minHeight = "";
    ({ width, height } = size());
  }

  // Called between layout and paint: what has become smaller is made as high again unseen.
  const sizes = new ResizeObserver(() => {
    const now = size();
    if (!sliding() || now.width !== width) letGo();
    else if (now.height >= height) height = now.height;
    else element.style.minHeight = `${height}px`;
  });
  const words = new MutationObserver(() => {
    if (element.style.minHeight && !sliding()) letGo();
  });
  sizes.observe(element);
  words.observe(element, { characterData: true, childList: true, subtree: true });

  return () => {
    sizes.disconnect();
    words.disconnect();
  };
}
