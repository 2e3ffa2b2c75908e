/** The little tree the manifest checker walks: names as written, with the line for its messages. */
import { SaxesParser } from "saxes";

export interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly parent: Element | undefined;
  text: string;
}

/** Throws the parser's own message, which says line and column, where the text is not XML. */
export function readXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true, fileName: "manifest" });
  let root: Element | undefined;
  let open: Element | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = {
      name,
      line: parser.line,
      attributes: Object.fromEntries(
        Object.values(attributes).map((attribute) => [attribute.name, attribute.value]),
      ),
      children: [],
      parent: open,
      text: "",
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on("text", (text) => {
    if (open) open.text += text;
  });
  parser.on("closetag", () => {
    open = open?.parent;
  });
  parser.write(xml).close();
  return root!;
}

/** The element and everything in it, in the order of the file. */
export function everyElement(element: Element): Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}
