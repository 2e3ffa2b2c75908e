import { SaxesParser } from "saxes";
import { BadFile, damaged } from "./bad-file";

/** An element with its name and attributes, both without the prefixes that each program chooses. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

export const local = (name: string) => name.slice(name.indexOf(":") + 1);

export function localAttributes(all: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(all)) {
    if (!name.startsWith("xmlns")) attributes[local(name)] ??= value;
  }
  return attributes;
}

/** Runs a parser over a part; what is not well-formed is damage. */
export function parse(parser: SaxesParser, xml: string): void {
  try {
    parser.write(xml).close();
  } catch (problem) {
    if (problem instanceof BadFile) throw problem;
    throw damaged(problem instanceof Error ? problem.message : String(problem));
  }
}

/** Builds the tree of a part as its events come by. */
export class TreeBuilder {
  readonly top: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  private readonly open: XmlElement[] = [this.top];

  get depth(): number {
    return this.open.length - 1;
  }

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = {
      name: local(name),
      attributes: localAttributes(attributes),
      children: [],
      text: "",
    };
    this.open.at(-1)!.children.push(element);
    this.open.push(element);
  }

  text(text: string): void {
    this.open.at(-1)!.text += text;
  }

  end(): void {
    this.open.pop();
  }
}

export function readTree(xml: string): XmlElement {
  const builder = new TreeBuilder();
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => builder.start(name, attributes));
  parser.on("text", (text) => builder.text(text));
  parser.on("cdata", (text) => builder.text(text));
  parser.on("closetag", () => builder.end());
  parse(parser, xml);
  return builder.top.children[0]!;
}

/** The children of that name. */
export const children = (element: XmlElement | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? [];

export const child = (element: XmlElement | undefined, name: string) =>
  element?.children.find((each) => each.name === name);

/** All of that name, however deep. */
export function named(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => [
    ...(each.name === name ? [each] : []),
    ...named(each, name),
  ]);
}

/** `"1"` and `"true"`; what is left out is as given. */
export const isOn = (value: string | undefined, otherwise = false) =>
  value === undefined ? otherwise : value === "1" || value === "true";
