import { HostEmulationGap } from "./api-error";
import { wireName } from "./rich-api-wire";
import { HostObject } from "./host-object";
import type { MemberGate } from "./rich-api";

const descriptor = (object: object, name: string): PropertyDescriptor | undefined => {
  for (let o: object | null = object; o; o = Object.getPrototypeOf(o) as object | null) {
    const found = Object.getOwnPropertyDescriptor(o, name);
    if (found) return found;
  }
  return undefined;
};

/** Only names written as on the wire can be reached, never the inner life of a host object. */
const reachable = (object: object, name: string) =>
  /^_?[A-Z]/.test(name) ? descriptor(object, name) : undefined;

const nameOf = (object: object) => object.constructor.name;

export function callMember(object: object, name: string, args: unknown[]): unknown {
  const method: unknown = reachable(object, name)?.value;
  if (typeof method !== "function") throw new HostEmulationGap(`${nameOf(object)}.${name}()`);
  return (method as (...args: unknown[]) => unknown).apply(object, args);
}

export function readMember(object: object, name: string): unknown {
  const found = reachable(object, name);
  if (!found?.get) throw new HostEmulationGap(`${nameOf(object)}.${name}`);
  return found.get.call(object) as unknown;
}

export function writeMember(object: object, name: string, value: unknown): void {
  const found = reachable(object, name);
  if (!found?.set) throw new HostEmulationGap(`${nameOf(object)}.${name} =`);
  found.set.call(object, value);
}

/** `range.set({ values, format: { font: { bold: true } } })` */
export function updateMembers(
  object: HostObject,
  state: Record<string, unknown>,
  gate?: MemberGate,
): void {
  for (const [key, value] of Object.entries(state)) {
    const name = wireName(key);
    gate?.refuse(object, name);
    const inner = isPlain(value) ? readMember(object, name) : undefined;
    if (inner instanceof HostObject) updateMembers(inner, value as Record<string, unknown>, gate);
    else writeMember(object, name, value);
  }
}

const isPlain = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
