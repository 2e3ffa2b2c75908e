/** Digits of Arabic, of Persian and Urdu, and the wide ones of Japanese. */
const otherDigits = /[٠-٩۰-۹０-９]/g;

/**
 * Zero-width spaces, soft hyphens and the marks that turn the writing around: they show nothing and come
 * along when text is copied. Joiners are none of them, nor are tags, for they make other letters and other emoji.
 */
const invisible = /[^\P{Cf}\u200c\u200d\u{e0000}-\u{e007f}]/gu;

/** A text with its digits as a formula writes them, and without what nobody sees. */
export const withPlainDigits = (text: string): string =>
  text.replace(invisible, "").replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * What two writings of one name share: whatever its capitals, in every language at once, the width of its
 * letters, whether accents stand on them or behind, and which dash or space is used. A Turkish İ or ı is
 * an i, because capitals do not tell any more which of them was meant.
 */
export const folded = (name: string): string =>
  withPlainDigits(name)
    .normalize("NFKC")
    .toLowerCase()
    // ß has SS for its capital, ς and σ have one, and so have ı and i.
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/i\u0307/g, "i")
    .replace(/\p{Pd}/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
