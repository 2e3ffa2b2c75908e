import { plainName } from "./call-argument";

const reference = new RegExp(
  String.raw`"(?:[^"]|"")*"|#REF!|'((?:[^'[\]]|'')+)'!|(${plainName})!`,
  "gu",
);

/** The sheets that a formula names, in small letters; other workbooks are none of them. */
export const sheetsNamedIn = (formula: string): readonly string[] =>
  [...formula.matchAll(reference)].flatMap(([, quoted, plain]) => {
    const name = quoted?.replace(/''/g, "'") ?? plain;
    return name === undefined ? [] : [name.toLowerCase()];
  });
