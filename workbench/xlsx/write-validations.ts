import { formatAddress } from "../host/address";
import { Validation } from "../host/book";
import { xmlText } from "./escaped-text";
import { formulaForFile } from "./file-formula";
import { ruleKeys } from "./read-validations";
import type { XlsxSheet } from "./xlsx-content";

export function validationsElement({ validations }: XlsxSheet): string {
  const elements = validations.flatMap(({ rect, validation }) =>
    validationElement(formatAddress(rect), validation),
  );
  return elements.length === 0
    ? ""
    : `<dataValidations count="${elements.length}">${elements.join("")}</dataValidations>`;
}

function validationElement(area: string, validation: Validation): string[] {
  const { rule, prompt = {}, errorAlert = {}, ignoreBlanks } = validation;
  const [type] = Object.entries(ruleKeys).find(([, key]) => rule[key]) ?? [];
  if (!type) return [];
  const details = rule[ruleKeys[type]!] as Record<string, unknown>;
  const text = (name: string, value: unknown) =>
    value ? [`${name}="${xmlText(String(value))}"`] : [];
  const flag = (name: string, isOn: boolean) => (isOn ? [`${name}="1"`] : []);
  const style = lower(errorAlert.style ?? "stop");
  const operator = lower(details.operator ?? "between");
  const attributes = [
    `type="${type}"`,
    ...(style === "stop" ? [] : [`errorStyle="${style}"`]),
    ...(operator === "between" ? [] : [`operator="${operator}"`]),
    ...flag("allowBlank", ignoreBlanks),
    // the file says it the other way round
    ...flag("showDropDown", type === "list" && details.inCellDropDown === false),
    ...flag("showInputMessage", prompt.showPrompt !== false),
    ...flag("showErrorMessage", errorAlert.showAlert !== false),
    ...text("errorTitle", errorAlert.title),
    ...text("error", errorAlert.message),
    ...text("promptTitle", prompt.title),
    ...text("prompt", prompt.message),
    `sqref="${area}"`,
  ];
  const [first, second] = formulasOf(type, details);
  const formulas = [
    `<formula1>${xmlText(first)}</formula1>`,
    ...(second === undefined ? [] : [`<formula2>${xmlText(second)}</formula2>`]),
  ];
  return [`<dataValidation ${attributes.join(" ")}>${formulas.join("")}</dataValidation>`];
}

function formulasOf(type: string, details: Record<string, unknown>): [string, string?] {
  if (type === "list") {
    const source = String(details.source ?? "");
    return [source.startsWith("=") ? operand(source) : `"${source.replaceAll('"', '""')}"`];
  }
  if (type === "custom") return [operand(details.formula)];
  return details.formula2 === undefined || details.formula2 === ""
    ? [operand(details.formula1)]
    : [operand(details.formula1), operand(details.formula2)];
}

const operand = (value: unknown) =>
  typeof value === "string" && value.startsWith("=")
    ? formulaForFile(value.slice(1))
    : String(value ?? "");

const lower = (value: unknown) => {
  const text = String(value);
  return text.charAt(0).toLowerCase() + text.slice(1);
};
