/** An element whose content is all in its attributes and in the elements below it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

const indent = "  ";

/** XML that a person can read: an element a line. */
export function writeXml({ name, attributes, children }: XmlElement, before = ""): string {
  const start = [
    name,
    ...Object.entries(attributes).map(([key, text]) => `${key}="${escaped(text)}"`),
  ];
  const open = `${before}<${start.join(" ")}`;
  if (children.length === 0) return `${open}/>\n`;
  const inside = children.map((child) => writeXml(child, before + indent)).join("");
  return `${open}>\n${inside}${before}</${name}>\n`;
}

const tag = /<(\/)?(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>/g;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const noElements = /<!--[^]*?-->|<\?[^]*?\?>/g;

/** Reads XML back, also as others write it: with other quotes, spaces, prefixes. */
export function readXml(text: string): XmlElement | undefined {
  const top = { name: "", attributes: {}, children: [] as XmlElement[] };
  const open = [top];
  for (const [, isEnd, name, attributes, isEmpty] of text.replace(noElements, "").matchAll(tag)) {
    if (isEnd) {
      if (open.length === 1 || open.pop()!.name !== name) return undefined;
      continue;
    }
    const element = { name, attributes: attributesIn(attributes), children: [] as XmlElement[] };
    open[open.length - 1].children.push(element);
    if (!isEmpty) open.push(element);
  }
  return open.length === 1 ? top.children[0] : undefined;
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, key, double, single]) => [key, plain(double ?? single)]),
  );

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML has no room for control characters; Excel's files write them so, too. */
const unwritable = /_(?=x[0-9A-F]{4}_)|[\0-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(unwritable, (one) => `_x${hex(one.charCodeAt(0))}_`)
    .replace(/[&<>"']/g, (one) => entities[one]);
}

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");

function plain(text: string): string {
  return text
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, sixteen, word) => {
      if (decimal || sixteen)
        return String.fromCodePoint(parseInt(decimal ?? sixteen, decimal ? 10 : 16));
      return Object.keys(entities).find((one) => entities[one] === `&${word};`) ?? whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
