import { placeOf } from "./cell-address";
import {
  recordNamespace,
  recordVersion,
  type FreezeRecord,
  type Freezing,
  type FrozenFormula,
  type FrozenSheet,
  type FrozenValue,
} from "./freeze-record";
import { readXml, writeXml, type XmlElement } from "./xml-elements";

/** For whoever opens the file with another program. */
const note =
  "The formulas that CALS for Excel replaced by their values. Thaw, on its Share tab, brings them back.";

type Attributes = XmlElement["attributes"];
const element = (name: string, attributes: Attributes, children: readonly XmlElement[] = []) => ({
  name,
  attributes,
  children,
});

export function recordXml({ freezings, settings }: FreezeRecord): string {
  const about = { xmlns: recordNamespace, version: String(recordVersion), note };
  return writeXml(
    element("frozen", about, [
      ...freezings.map(freezingXml),
      ...Object.entries(settings).map(([key, value]) => element("setting", { key, value })),
    ]),
  );
}

const freezingXml = ({ sheets, marks, ...dates }: Freezing): XmlElement =>
  element("freezing", dates, [
    ...marks.map((mark) => element("mark", { ...mark })),
    ...sheets.map(sheetXml),
  ]);

const sheetXml = ({ formulas, ...about }: FrozenSheet): XmlElement =>
  element("sheet", about, formulas.map(formulaXml));

const formulaXml = ({ at, formula, values, inputs }: FrozenFormula): XmlElement =>
  element("cells", { at, formula }, [
    ...inputs.map((input) => element("input", { ...input })),
    ...values.map((row) => element("row", {}, row.map(valueXml))),
  ]);

const valueXml = ({ kind, value }: FrozenValue): XmlElement =>
  element("value", { [kind]: String(value) });

/** What a part says; no record where it is none of ours, or is damaged. */
export function recordFrom(xml: string): { version: number; record?: FreezeRecord } {
  const root = readXml(xml);
  const version = Number(root?.attributes.version);
  if (root?.name !== "frozen" || version !== recordVersion) return { version };
  try {
    const settings = below(root, "setting").map(({ attributes: { key, value } }) => [key, value]);
    return {
      version,
      record: {
        freezings: below(root, "freezing").map(freezingFrom),
        settings: Object.fromEntries(settings),
      },
    };
  } catch {
    return { version };
  }
}

const below = ({ children }: XmlElement, name: string) =>
  children.filter((child) => child.name === name);

function freezingFrom(from: XmlElement): Freezing {
  const { day, ruleDay, priceList } = read(from, "day", "ruleDay", "priceList");
  const marks = below(from, "mark").map((mark) => read(mark, "name", "formula"));
  return { day, ruleDay, priceList, sheets: below(from, "sheet").map(sheetFrom), marks };
}

const sheetFrom = (from: XmlElement): FrozenSheet => ({
  ...read(from, "name"),
  formulas: below(from, "cells").map(formulaFrom),
});

function formulaFrom(from: XmlElement): FrozenFormula {
  const values = below(from, "row").map((row) => below(row, "value").map(valueFrom));
  const inputs = below(from, "input").map((input) => read(input, "at", "held"));
  const { at, formula } = read(from, "at", "formula");
  const place = placeOf(at);
  const isWhole =
    values.length === place?.rows && values.every((row) => row.length === place.columns);
  if (!isWhole) throw new Error("A value is missing");
  return { at, formula, values, inputs };
}

function valueFrom({ attributes }: XmlElement): FrozenValue {
  const { number, text, truth, error } = attributes;
  if (number !== undefined) return { kind: "number", value: Number(number) };
  if (text !== undefined) return { kind: "text", value: text };
  if (truth !== undefined) return { kind: "truth", value: truth === "true" };
  if (error !== undefined) return { kind: "error", value: error };
  throw new Error("A value is missing");
}

function read<K extends string>({ attributes }: XmlElement, ...keys: K[]): Record<K, string> {
  const missing = keys.find((key) => attributes[key] === undefined);
  if (missing) throw new Error(`${missing} is missing`);
  return Object.fromEntries(keys.map((key) => [key, attributes[key]])) as Record<K, string>;
}
