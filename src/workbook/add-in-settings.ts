/** Settings of ours begin so; another add-in's are not seen by us at all. */
const prefix = "CALS.";

/** What the add-in keeps in the workbook, by its keys. */
export async function ownSettings(
  context: Excel.RequestContext,
): Promise<Readonly<Record<string, string>>> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  const ours = settings.items.filter(({ key }) => key.startsWith(prefix));
  return Object.fromEntries(ours.map(({ key, value }) => [key, String(value)]));
}

/** Gives the workbook these settings, where it has no newer ones of the same keys. */
export async function settingsBack(
  context: Excel.RequestContext,
  kept: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(kept).length === 0) return;
  const there = await ownSettings(context);
  for (const [key, value] of Object.entries(kept)) {
    if (!(key in there)) context.workbook.settings.add(key, value);
  }
  await context.sync();
}

/** Takes settings out of the workbook, those that still say just this. */
export async function settingsOut(
  context: Excel.RequestContext,
  taken: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(taken).length === 0) return;
  const there = await ownSettings(context);
  for (const [key, value] of Object.entries(taken)) {
    if (there[key] === value) context.workbook.settings.getItemOrNullObject(key).delete();
  }
  await context.sync();
}
