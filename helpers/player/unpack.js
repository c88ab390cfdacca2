// @ts-check
// From the packed score to the value in it.

/**
 * @param {DataView | ArrayBuffer | Uint8Array | string} packed bytes, or base64 of them
 * @returns {Promise<any>}
 */
export async function unpack(packed) {
  /** @type {any} */
  let bytes = packed;
  if (typeof packed === "string") {
    bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}
