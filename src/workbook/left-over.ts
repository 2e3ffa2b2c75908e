import { callsIn } from "./calls-in-formula";
import { isCals } from "./live-formulas";
import type { SheetCells, WorkbookCells } from "./workbook-cells";

/** Where CALS is still said after a command, and why. */
export type LeftOver =
  | { readonly kind: "protected"; readonly sheet: string; readonly formulas: number }
  /** The cell shows an error that is no value, such as `#NAME?`. */
  | { readonly kind: "no value"; readonly cell: string; readonly shows: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "entry rule"; readonly cells: string }
  | { readonly kind: "conditional format"; readonly cells: string };

/** Names are told and never changed: other formulas may be built on them. */
export const namesLeft = ({ names }: WorkbookCells): readonly LeftOver[] =>
  names.filter(({ formula }) => isCals(formula)).map(({ name }) => ({ kind: "name", name }));

/** What CALS is said in beside cells and names: rules for entries, and rules for colors. */
export async function rulesLeft(
  context: Excel.RequestContext,
  sheets: readonly SheetCells[],
): Promise<readonly LeftOver[]> {
  const looked = sheets.map(({ id }) => {
    const whole = context.workbook.worksheets.getItem(id).getRange();
    const { areas } = whole.getSpecialCellsOrNullObject("DataValidations");
    areas.load("items/address");
    const { conditionalFormats } = whole;
    conditionalFormats.load("items/type");
    return { areas, conditionalFormats };
  });
  await context.sync();
  const rules = looked
    .filter(({ areas }) => !areas.isNullObject)
    .flatMap(({ areas }) => areas.items);
  rules.forEach(({ dataValidation }) => dataValidation.load("rule"));
  const formats = looked
    .flatMap(({ conditionalFormats }) => conditionalFormats.items)
    .filter(({ type }) => type === "Custom")
    .map((format) => ({ format, range: format.getRange() }));
  formats.forEach(({ format, range }) => {
    format.custom.rule.load("formula");
    range.load("address");
  });
  await context.sync();
  return [
    ...rules
      .filter(({ dataValidation }) => textsIn(dataValidation.rule).some(saysCals))
      .map(({ address }) => ({ kind: "entry rule", cells: address }) as const),
    ...formats
      .filter(({ format }) => saysCals(format.custom.rule.formula))
      .map(({ range }) => ({ kind: "conditional format", cells: range.address }) as const),
  ];
}

/** Null where the rules of several cells differ: then none of them can be read. */
const textsIn = (rule: Excel.DataValidationRule | null): readonly string[] =>
  Object.values(rule ?? {}).flatMap((part: object) =>
    Object.values(part ?? {}).filter((text) => typeof text === "string"),
  );

const saysCals = (text: string): boolean => callsIn(text).length > 0;
