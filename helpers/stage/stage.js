// @ts-check
// The stage: shows a whole SVG once, and afterwards swaps only its moving group.
//
// A view's state lives in its own `render` call; the module keeps none, so two views of one model
// or two stages on one page cannot disturb each other.

const SVG = "http://www.w3.org/2000/svg";

/** Quiet time after the last change before the summary is spoken, in ms. */
const QUIET = 800;

/** The elements that a picture may hold; all others are left out, with what is in them. */
const ELEMENTS = new Set(
  (
    "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan " +
    "textPath clipPath mask pattern marker linearGradient radialGradient stop"
  ).split(" "),
);

/** The functions that an attribute may call; `url` only with an id of the picture itself. */
const FUNCTIONS = new Set(
  (
    "var rgb rgba hsl hsla oklch color-mix calc url " +
    "translate rotate scale matrix skewx skewy translatex translatey"
  ).split(" "),
);

/** Attributes that hold plain words, in which a bracket means nothing. */
const WORDS = /^(id|class|role|lang|d|aria-.*|data-.*)$/;

/** Attributes whose words are ids. */
const IDS = new Set(["aria-labelledby", "aria-describedby", "aria-details"]);

const LOCAL_URL = /url\(\s*(["']?)#([^"')\s]+)\1\s*\)/gi;

/**
 * Say whether the value of an attribute neither runs nor loads anything.
 * @param {string} value with the picture's own urls taken out
 */
function isHarmless(value) {
  if (/\\|@import|javascript:/i.test(value)) return false;
  const calls = value.matchAll(/([\w-]+)\s*\(/g);
  return [...calls].every(([, name]) => name !== "url" && FUNCTIONS.has(name.toLowerCase()));
}

/**
 * Make one attribute safe and its ids this view's own, or take it away.
 * @param {Element} element
 * @param {Attr} attribute
 * @param {(id: string) => string} rename
 */
function cleanAttribute(element, attribute, rename) {
  const name = attribute.localName.toLowerCase();
  const value = attribute.value;
  let kept = null;
  if (name.startsWith("on") || name === "base" || name === "src") {
    // nothing is kept
  } else if (name === "id") {
    kept = rename(value);
  } else if (name === "href") {
    if (value.startsWith("#")) kept = "#" + rename(value.slice(1));
  } else if (IDS.has(name)) {
    kept = value.trim().split(/\s+/).map(rename).join(" ");
  } else if (WORDS.test(name) || isHarmless(value.replace(LOCAL_URL, ""))) {
    kept = WORDS.test(name)
      ? value
      : value.replace(LOCAL_URL, (_match, _quote, id) => `url(#${rename(id)})`);
  }
  if (kept === null) element.removeAttributeNode(attribute);
  else if (kept !== value) attribute.value = kept;
}

/**
 * Take everything out of a parsed picture that a picture does not need, and rename its ids.
 * @param {Element} root
 * @param {(id: string) => string} rename
 */
function clean(root, rename) {
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || !ELEMENTS.has(element.localName)) {
      element.remove();
      continue;
    }
    for (const attribute of [...element.attributes]) cleanAttribute(element, attribute, rename);
  }
}

/**
 * Parse SVG text; nothing in it runs or loads.
 * @param {string} text
 * @returns {Element | null} the root, or nothing when the text is not sound
 */
function parse(text) {
  const page = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = page.documentElement;
  if (page.querySelector("parsererror") || root.localName !== "svg") return null;
  return root;
}

/**
 * @param {Element} root
 * @returns {Set<string>} the ids in a parsed picture
 */
function idsIn(root) {
  return new Set([...root.querySelectorAll("[id]")].map((element) => element.id));
}

/**
 * Parse a whole picture.
 * @param {string} text
 * @param {string} prefix goes before every id
 * @returns {{ svg: Element, moving: Element, ratio: string } | null}
 */
function readStill(text, prefix) {
  const svg = parse(text);
  if (!svg) return null;
  let moving = svg.querySelector("g#gh-moving, g#moving, g[data-moving]");
  clean(svg, (id) => prefix + id);
  if (!moving || !svg.contains(moving)) {
    moving = document.createElementNS(SVG, "g");
    svg.append(moving);
  }
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/);
  // The stage gives the size, and the element around the picture its name.
  for (const name of ["width", "height", "style", "role", "aria-labelledby"]) {
    svg.removeAttribute(name);
  }
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  return { svg: document.adoptNode(svg), moving, ratio: `${width} / ${height}` };
}

/**
 * Parse the moving group. Its own ids get a further prefix, because the still part may use the
 * same ones; any other id that it refers to is one of the still part.
 * @param {string} text
 * @param {string} prefix
 * @returns {Element | null}
 */
function readMoving(text, prefix) {
  const root = parse(
    `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink">${text || "<g/>"}</svg>`,
  );
  if (!root) return null;
  const own = idsIn(root);
  clean(root, (id) => prefix + (own.has(id) ? "m-" : "") + id);
  const group = root.firstElementChild;
  return group && document.adoptNode(group);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = `gh${Math.random().toString(36).slice(2, 10)}-`;
  const picture = make("div", "gh-stage-picture");
  const tokens = make("style", "");
  const caption = make("figcaption", "gh-stage-caption");
  const of = make("span", "gh-stage-hidden");
  const description = make("p", "gh-stage-description");
  const opener = make("summary", "", "Describe this picture", of);
  const details = make("details", "gh-stage-details", opener, description);
  const live = make("p", "gh-stage-hidden");
  const frame = make("div", "gh-stage-frame", picture);
  const figure = make("figure", "gh-stage", tokens, frame, caption, details, live);

  description.id = `${prefix}description`;
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-describedby", description.id);
  live.setAttribute("role", "status");
  // Enter and Space open the description; JupyterLab would take them for its cells.
  opener.setAttribute("data-lm-suppress-shortcuts", "true");

  /** @type {Element | null} */
  let moving = null;
  let shownStill = "";
  let shownMoving = "";
  let timer = 0;

  function drawMoving() {
    const text = model.get("moving");
    if (!moving || text === shownMoving) return;
    const next = readMoving(text, prefix);
    if (!next) return;
    next.setAttribute("data-moving", "");
    moving.replaceWith(next);
    moving = next;
    shownMoving = text;
  }

  function drawStill() {
    const text = model.get("still");
    if (text === shownStill) return;
    shownStill = text;
    const still = readStill(text, prefix);
    if (!still) {
      moving = null;
      picture.replaceChildren("This picture could not be drawn.");
      return;
    }
    moving = still.moving;
    shownMoving = "";
    drawMoving();
    picture.style.aspectRatio = still.ratio;
    picture.replaceChildren(still.svg);
  }

  function drawWords() {
    picture.setAttribute("aria-label", model.get("name"));
    of.textContent = `: ${model.get("name")}`;
    description.textContent = model.get("description");
    caption.textContent = model.get("caption");
    caption.hidden = !model.get("caption");
    figure.style.maxWidth = `${model.get("width")}px`;
    if (tokens.textContent !== model.get("tokens")) tokens.textContent = model.get("tokens");
  }

  // Where the picture is wider than the page, keys must reach it; its middle is shown first.
  const sizes = new ResizeObserver(() => {
    const over = frame.scrollWidth - frame.clientWidth;
    if (over <= 0) {
      frame.removeAttribute("tabindex");
    } else if (!frame.hasAttribute("tabindex")) {
      frame.tabIndex = 0;
      frame.scrollLeft = over / 2;
    }
  });
  sizes.observe(frame);

  // One sentence when the picture has come to rest, not one at every step of a slider.
  function speakLater() {
    clearTimeout(timer);
    timer = setTimeout(() => (live.textContent = model.get("summary")), QUIET);
  }

  /** @type {[string, () => void][]} */
  const watched = [
    ["change:still", drawStill],
    ["change:moving", drawMoving],
    ["change:moving", speakLater],
    ["change:summary", speakLater],
    ...["name", "description", "caption", "width", "tokens"].map(
      (name) => /** @type {[string, () => void]} */ ([`change:${name}`, drawWords]),
    ),
  ];
  drawWords();
  drawStill();
  for (const [name, react] of watched) model.on(name, react);
  el.append(figure);

  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    for (const [name, react] of watched) model.off(name, react);
    figure.remove();
  };
}

export default { render };
