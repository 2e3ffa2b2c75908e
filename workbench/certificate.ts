import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";
import { cache } from "./built-add-in";

export interface Certificate {
  key: string;
  cert: string;
  /** When a new one will be made. */
  until: string;
}

const file = join(cache, "certificate.json");
const days = 365;

/**
 * A certificate for localhost, made here and kept. office.js wants https; a browser warns of a
 * certificate like this one, once.
 */
export async function certificate(): Promise<Certificate> {
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, "utf8")) as Certificate;
    if (Date.parse(kept.until) > Date.now()) return kept;
  }
  const until = new Date(Date.now() + days * 86400000);
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: until,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  const fresh = { key: made.private, cert: made.cert, until: until.toISOString() };
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 });
  return fresh;
}
