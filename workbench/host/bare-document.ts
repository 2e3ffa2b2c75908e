/**
 * The least of a document that office.js and the add-in's start need: elements that do nothing, and
 * script elements that load. It shows nothing; what shows is tested in a real browser.
 */
export interface BareElement {
  [name: string]: unknown;
  src?: string;
  onload?: ((event: object) => void) | null;
  onerror?: ((event: object) => void) | null;
}

export function bareDocument(
  location: URL,
  officeAddress: string,
  load: (script: BareElement) => void,
): object {
  const element = (tag: string): BareElement => {
    const self: BareElement = {
      tagName: tag.toUpperCase(),
      style: {},
      dataset: {},
      classList: { add() {}, remove() {}, toggle() {} },
      setAttribute: (name: string, value: unknown) => void (self[name] = value),
      getAttribute: (name: string) => self[name] ?? null,
      removeAttribute: (name: string) => void delete self[name],
      append() {},
      remove() {},
      insertBefore() {},
      removeChild() {},
      addEventListener() {},
      removeEventListener() {},
      getElementsByTagName: () => [],
      querySelector: () => null,
      querySelectorAll: () => [],
      appendChild: (child: BareElement) => {
        if (child.tagName === "SCRIPT" && child.src) load(child);
        return child;
      },
    };
    return tag === "a" ? asLink(self, location) : self;
  };
  const byId = new Map<string, BareElement>();
  const head = element("head");
  const body = element("body");
  const officeScript = Object.assign(element("script"), { src: officeAddress });
  const byTag: Record<string, BareElement[]> = {
    script: [officeScript],
    head: [head],
    body: [body],
  };
  return {
    readyState: "complete",
    location,
    URL: location.href,
    domain: location.hostname,
    cookie: "",
    head,
    body,
    documentElement: element("html"),
    currentScript: null,
    addEventListener() {},
    removeEventListener() {},
    createElement: element,
    createTextNode: () => element("#text"),
    getElementsByTagName: (tag: string) => byTag[tag.toLowerCase()] ?? [],
    querySelector: () => null,
    querySelectorAll: () => [],
    getElementById: (id: string) => {
      const known = byId.get(id) ?? element("div");
      byId.set(id, known);
      return known;
    },
  };
}

/** office.js takes addresses apart with an `<a>`. */
function asLink(link: BareElement, location: URL): BareElement {
  let url = new URL(location);
  Object.defineProperty(link, "href", {
    get: () => url.href,
    set: (text: string) => void (url = new URL(text, location)),
  });
  for (const part of [
    "protocol",
    "host",
    "hostname",
    "port",
    "pathname",
    "search",
    "hash",
  ] as const) {
    Object.defineProperty(link, part, { get: () => url[part] });
  }
  return link;
}

/** sessionStorage and localStorage of one window, forgotten with it. */
export function bareStorage(): object {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: unknown) => void values.set(key, String(value)),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}
