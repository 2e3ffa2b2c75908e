/*
 * What XML cannot hold, and what it would lose, a file writes as _x000D_; and the underscore of a
 * text that reads like that already as _x005F_.
 */

// a line end would become another; lone surrogates and the last two of the plane are no characters
const unsafe =
  /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9a-f]{4}_)/gi;

export const escaped = (text: string) =>
  text.replace(
    unsafe,
    (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );

export const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** A text between tags or in an attribute. */
export const xmlText = (text: string) =>
  escaped(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/g, (one) => `&#${one.charCodeAt(0)};`);
