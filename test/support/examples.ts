import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface Example {
  readonly formula: string;
  readonly answer: unknown;
}

/** The examples that the help and the README show, by function. */
export const examples: Readonly<Record<string, readonly Example[]>> = parse(
  readFileSync(join(__dirname, "../../src/functions/examples.yaml"), "utf8"),
);
