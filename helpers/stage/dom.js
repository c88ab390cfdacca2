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

/** A beginning for ids that no other view on the page has. */
export function uniqueId() {
  return `gh${Math.random().toString(36).slice(2, 10)}`;
}
