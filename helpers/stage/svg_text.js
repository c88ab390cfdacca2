// @ts-check
// SVG text that comes from outside this page, made safe to put into it: nothing in it runs, loads or
// shares an id with anything else.

export const SVG = "http://www.w3.org/2000/svg";

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
export function readStill(text, prefix) {
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
export function readMoving(text, prefix) {
  const root = parse(
    `<svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink">${text || "<g/>"}</svg>`,
  );
  if (!root) return null;
  const own = idsIn(root);
  clean(root, (id) => prefix + (own.has(id) ? "m-" : "") + id);
  const group = root.firstElementChild;
  return group && document.adoptNode(group);
}
