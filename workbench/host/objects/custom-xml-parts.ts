import { SaxesParser } from "saxes";
import { invalidArgument, invalidOperation, notFound } from "../api-error";
import { HostCollection, HostObject } from "../host-object";
import { WorkbookContext } from "./workbook-context";

/** A piece of XML that travels with the workbook, and that nobody sees. */
export class CustomXmlPart extends HostObject {
  static override readonly scalars = ["Id", "NamespaceUri"];

  constructor(
    private readonly context: WorkbookContext,
    private readonly id: string,
  ) {
    super();
  }

  override key(): string {
    return this.id;
  }

  get Id(): string {
    return this.id;
  }

  get NamespaceUri(): string {
    return namespaceOf(this.GetXml());
  }

  GetXml(): string {
    const xml = this.context.state.customXmlParts.get(this.id);
    if (xml === undefined) throw notFound();
    return xml;
  }

  SetXml(xml: unknown): void {
    this.GetXml();
    namespaceOf(String(xml));
    this.context.state.customXmlParts.set(this.id, String(xml));
  }

  Delete(): void {
    this.context.state.customXmlParts.delete(this.id);
  }
}

/** The parts of a workbook. */
export class CustomXmlParts extends HostCollection<CustomXmlPart> {
  constructor(
    private readonly context: WorkbookContext,
    private readonly namespace?: string,
  ) {
    super();
  }

  members(): CustomXmlPart[] {
    const parts = [...this.context.state.customXmlParts.keys()].map(
      (id) => new CustomXmlPart(this.context, id),
    );
    const { namespace } = this;
    return namespace === undefined
      ? parts
      : parts.filter(({ NamespaceUri }) => NamespaceUri === namespace);
  }

  find(key: unknown): CustomXmlPart | null {
    return this.members().find(({ Id }) => Id === String(key)) ?? null;
  }

  Add(xml: unknown): CustomXmlPart {
    namespaceOf(String(xml));
    const { state } = this.context;
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    state.customXmlParts.set(id, String(xml));
    return new CustomXmlPart(this.context, id);
  }

  GetByNamespace(namespace: unknown): CustomXmlParts {
    return new PartsOfNamespace(this.context, String(namespace));
  }
}

/** Only of one namespace can Excel say which is the only one. */
class PartsOfNamespace extends CustomXmlParts {
  GetOnlyItem(): CustomXmlPart {
    const [only, ...others] = this.members();
    if (!only || others.length > 0) throw invalidOperation("There is not exactly one part.");
    return only;
  }

  GetOnlyItemOrNullObject(): CustomXmlPart | null {
    const [only, ...others] = this.members();
    return only && others.length === 0 ? only : null;
  }
}

/** Of the root element; what is not well-formed is refused, as Excel does. */
export function namespaceOf(xml: string): string {
  let namespace: string | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri }) => (namespace ??= uri));
  parser.on("error", () => {
    throw invalidArgument("The XML is not well-formed.");
  });
  parser.write(xml).close();
  return namespace ?? "";
}
