import { notFound } from "./api-error";

/**
 * Something of Excel that the add-in holds a proxy of. Public members with a capital letter are the
 * names on the wire (`Values`, `GetRange`), so the executor needs no table: what a class does not
 * have is a gap.
 */
export abstract class HostObject {
  /** The properties that `load()` without a list brings. */
  static readonly scalars: readonly string[] = [];

  /** Set while the add-in tracks this object by reference, as it does with every range. */
  referenceId?: string;

  /** The id by which office.js may address this object later, for children of a collection. */
  key(): string | undefined {
    return undefined;
  }

  scalars(): readonly string[] {
    return (this.constructor as typeof HostObject).scalars;
  }
}

/** A collection: `items`, `getItem`, `getItemOrNullObject`, `getCount`, written once. */
export abstract class HostCollection<Item extends HostObject> extends HostObject {
  abstract members(): Item[];
  abstract find(key: unknown): Item | null;

  GetItem(key: unknown): Item {
    const item = this.find(key);
    if (!item) throw notFound();
    return item;
  }

  GetItemOrNullObject(key: unknown): Item | null {
    return this.find(key);
  }

  GetItemAt(index: number): Item {
    const item = this.members()[index];
    if (!item) throw notFound();
    return item;
  }

  GetCount(): number {
    return this.members().length;
  }

  get Count(): number {
    return this.members().length;
  }
}

/** Names in Excel are compared without regard to case. */
export const sameName = (a: unknown, b: unknown) =>
  String(a).toLowerCase() === String(b).toLowerCase();
