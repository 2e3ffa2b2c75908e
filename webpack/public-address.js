/** The address that a production build is for. A build for one's own machine would fail everywhere else. */
export function publicAddress(address) {
  const given = address.replace(/\/+$/, "");
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const local = /^(localhost|127\..*|\[::1\]|0\.0\.0\.0)$/;
  if (url?.protocol === "https:" && !local.test(url.hostname)) return given;
  throw new Error(`ADDRESS must be a public https address, not ${address}.`);
}
