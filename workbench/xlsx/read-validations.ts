import { parseAddress, Rect } from "../host/address";
import { Validation } from "../host/book";
import { unescaped } from "./escaped-text";
import { formulaFromFile } from "./file-formula";
import { child, isOn, named, XmlElement } from "./xml-tree";

/** The key that Office.js gives a rule, by the word of the file. */
export const ruleKeys: Readonly<Record<string, string>> = {
  list: "list",
  whole: "wholeNumber",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
  time: "time",
  custom: "custom",
};

/** The rules for what may be entered, also those that newer versions keep in an extension. */
export function readValidations(elements: readonly XmlElement[]) {
  return elements
    .filter(({ name }) => name === "dataValidations" || name === "extLst")
    .flatMap((element) => named(element, "dataValidation"))
    .flatMap((element) => {
      const areas = element.attributes.sqref ?? child(element, "sqref")?.text ?? "";
      const validation = readValidation(element);
      return areas
        .split(/\s+/)
        .flatMap((area) => rectOf(area) ?? [])
        .map((rect) => ({ rect, validation }));
    });
}

function readValidation(element: XmlElement): Validation {
  const { type = "none", operator = "between", errorStyle = "stop" } = element.attributes;
  const text = (name: string) => unescaped(element.attributes[name] ?? "");
  const formula = (name: string) => {
    const found = child(element, name);
    // the extension has an element more around the formula
    return unescaped(child(found, "f")?.text ?? found?.text ?? "");
  };
  const first = formula("formula1");
  const second = formula("formula2");
  const key = ruleKeys[type];
  const rules: Record<string, unknown> = {
    list: { inCellDropDown: !isOn(element.attributes.showDropDown), source: listSource(first) },
    custom: { formula: `=${formulaFromFile(first)}` },
  };
  const compared = {
    formula1: operand(first),
    ...(second ? { formula2: operand(second) } : {}),
    operator: capital(operator),
  };
  const prompt = {
    message: text("prompt"),
    showPrompt: isOn(element.attributes.showInputMessage),
    title: text("promptTitle"),
  };
  const errorAlert = {
    message: text("error"),
    showAlert: isOn(element.attributes.showErrorMessage),
    style: capital(errorStyle),
    title: text("errorTitle"),
  };
  return {
    rule: key ? { [key]: rules[key] ?? compared } : {},
    prompt,
    errorAlert,
    ignoreBlanks: isOn(element.attributes.allowBlank),
  };
}

/** `"a,b"` in quotes is the list itself. */
function listSource(formula: string): string {
  const list = /^"(.*)"$/s.exec(formula)?.[1];
  return list === undefined ? `=${formulaFromFile(formula)}` : list.replaceAll('""', '"');
}

function operand(formula: string): string | number {
  const number = Number(formula);
  return formula.trim() !== "" && Number.isFinite(number) ? number : `=${formulaFromFile(formula)}`;
}

function rectOf(area: string): Rect | undefined {
  const found = parseAddress(area);
  return (
    found && { row: found.row, column: found.column, rows: found.rows, columns: found.columns }
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
