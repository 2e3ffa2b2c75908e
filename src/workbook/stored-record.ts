import type { TakeBack } from "./all-or-nothing";
import {
  isEmpty,
  nothingFrozen,
  recordNamespace,
  recordVersion,
  type FreezeRecord,
} from "./freeze-record";
import { recordFrom, recordXml } from "./freeze-record-xml";
import type { DefinedName } from "./workbook-cells";
import { WorkbookTrouble } from "./written";

/** Reads the record that travels with the workbook, in a part of ours. */
export async function readRecord(context: Excel.RequestContext): Promise<FreezeRecord> {
  const parts = partsOf(context);
  parts.load("items/id");
  await context.sync();
  if (parts.items.length === 0) return nothingFrozen;
  if (parts.items.length > 1) throw severalRecords();
  const [xml] = parts.items.map((part) => part.getXml());
  await context.sync();
  return readText(xml.value);
}

function readText(xml: string): FreezeRecord {
  const { version, record } = recordFrom(xml);
  if (version > recordVersion) {
    throw new WorkbookTrouble(
      "A newer version of CALS for Excel froze this workbook. Reload the add-in to update it. Nothing was changed.",
    );
  }
  if (!record) {
    throw new WorkbookTrouble(
      "The record of the frozen formulas cannot be read: something else has changed it. Nothing was changed.",
    );
  }
  return record;
}

/**
 * Puts one record in the place of another, with the hidden names that mark its cells. The same way
 * leads back, so it looks at what is there; `names` are those that the workbook had at first.
 */
export async function storeRecord(
  context: Excel.RequestContext,
  { from, to }: { from: FreezeRecord; to: FreezeRecord },
  names: readonly DefinedName[],
): Promise<void> {
  const { workbook } = context;
  const parts = partsOf(context);
  parts.load("items/id");
  workbook.names.load("items/name,items/visible,items/formula");
  await context.sync();
  const [part] = parts.items;
  if (isEmpty(to)) part?.delete();
  else if (part) part.setXml(recordXml(to));
  else workbook.customXmlParts.add(recordXml(to));
  const there = new Map(workbook.names.items.map((item) => [item.name, item]));
  const wanted = marksOf(to);
  for (const [mark, formula] of wanted) {
    const item = there.get(mark) ?? workbook.names.add(mark, unsaid);
    // Excel may have stopped between the three.
    if (!there.has(mark) || item.visible) item.visible = false;
    if (!there.has(mark) || item.formula === unsaid) {
      item.formula = names.find(({ name }) => name === mark)?.formula ?? formula;
    }
  }
  for (const mark of marksOf(from).keys()) {
    if (!wanted.has(mark)) there.get(mark)?.delete();
  }
  await context.sync();
}

/**
 * What a name says until it is hidden. Excel refuses to hide one that is an error (office-js #5882), and
 * the cells that ours names may show one, or be gone.
 */
const unsaid = "=0";

/** The record as it was before another took its place. */
export const recordTakenBack = (
  context: Excel.RequestContext,
  { from, to }: { from: FreezeRecord; to: FreezeRecord },
  names: readonly DefinedName[],
): TakeBack => ({
  of: "the record of frozen formulas",
  run: () => storeRecord(context, { from: to, to: from }, names),
});

/** The names, with what each stood for when it was made. */
const marksOf = ({ freezings }: FreezeRecord): ReadonlyMap<string, string> =>
  new Map(freezings.flatMap(({ marks }) => marks.map(({ name, formula }) => [name, formula])));

const partsOf = ({ workbook }: Excel.RequestContext) =>
  workbook.customXmlParts.getByNamespace(recordNamespace);

const severalRecords = () =>
  new WorkbookTrouble(
    "This workbook holds two records of frozen formulas, perhaps because two people froze it at once. Undo one of them. Nothing was changed.",
  );
