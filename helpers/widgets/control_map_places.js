// @ts-check
// Where things lie on the map: centimetres on the back, shares of the picture, places that hold them.

/** @typedef {{ x: number, y: number, kind: string, radius: number, amount: number | null }} Mark */
/** @typedef {{ id: string, name: string, at: number[], outlines: number[][][], drawn: string[] }} Place */
/** @typedef {{ left: number, top: number, width: number, height: number }} View in cm */

/** Marks nearer to each other than this would hide each other, cm. */
const APART = 1.5;

/**
 * Say whether a closed outline holds a point (even-odd rule).
 * @param {number[][]} outline
 * @param {number} x
 * @param {number} y
 */
function holds(outline, x, y) {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [a, b] = outline[i];
    const [c, d] = outline[j];
    if (b > y !== d > y && x < a + ((y - b) / (d - b)) * (c - a)) inside = !inside;
  }
  return inside;
}

/**
 * Return the place that holds a point, or nothing off the map.
 * @param {Place[]} places
 * @param {number} x
 * @param {number} y
 */
export function placeAt(places, x, y) {
  return places.find((place) => place.outlines.some((outline) => holds(outline, x, y)));
}

/**
 * Return a free point in a place: its middle, or near it where a mark is there already.
 * @param {Place} place
 * @param {Mark[]} marks
 */
export function freePoint(place, marks) {
  const [x, y] = place.at;
  for (const [dx, dy] of [[0, 0], [0, 3], [0, -3], [2, 0], [-2, 0], [2, 3], [-2, -3]]) {
    const free = marks.every((mark) => Math.hypot(mark.x - x - dx, mark.y - y - dy) >= APART);
    if (free && place.outlines.some((outline) => holds(outline, x + dx, y + dy))) {
      return [x + dx, y + dy];
    }
  }
  return [x, y];
}

/**
 * Return where a point on the screen lies on the back, cm, to the millimetre.
 * @param {{ clientX: number, clientY: number }} pointer
 * @param {Element} picture
 * @param {View} view
 */
export function pointUnder(pointer, picture, view) {
  const box = picture.getBoundingClientRect();
  const x = view.left + ((pointer.clientX - box.left) / box.width) * view.width;
  const y = view.top + ((pointer.clientY - box.top) / box.height) * view.height;
  return [rounded(x), rounded(y)];
}

/** @param {number} value */
export function rounded(value) {
  return Math.round(value * 10) / 10;
}

/**
 * Put an element where a point of the back is.
 * @param {HTMLElement} element
 * @param {number} x
 * @param {number} y
 * @param {View} view
 */
export function putAt(element, x, y, view) {
  element.style.left = `${((x - view.left) / view.width) * 100}%`;
  element.style.top = `${((y - view.top) / view.height) * 100}%`;
}

/**
 * Lay an element over the box around a place.
 * @param {HTMLElement} element
 * @param {Place} place
 * @param {View} view
 */
export function cover(element, place, view) {
  const xs = place.outlines.flat().map(([x]) => x);
  const ys = place.outlines.flat().map(([, y]) => y);
  putAt(element, Math.min(...xs), Math.min(...ys), view);
  element.style.width = `${((Math.max(...xs) - Math.min(...xs)) / view.width) * 100}%`;
  element.style.height = `${((Math.max(...ys) - Math.min(...ys)) / view.height) * 100}%`;
}
