import type { TakeBack } from "./all-or-nothing";

/** Settings of ours begin so; another add-in's are not seen by us at all. */
const prefix = "CALS.";

/** What the add-in keeps in the workbook, by its keys. */
export async function ownSettings(
  context: Excel.RequestContext,
): Promise<Readonly<Record<string, string>>> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  return ownIn(settings);
}

/** Those of ours among settings that were loaded. */
export function ownIn({ items }: Excel.SettingCollection): Readonly<Record<string, string>> {
  const ours = items.filter(({ key }) => key.startsWith(prefix));
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

/** Gives back what was kept under the keys that are meant; what was not there goes. */
export const settingsTakenBack = (
  context: Excel.RequestContext,
  before: Readonly<Record<string, string>>,
  isMeant: (key: string, value: string) => boolean,
): TakeBack => ({
  of: "what is remembered in the workbook",
  run: async () => {
    const { settings } = context.workbook;
    const there = await ownSettings(context);
    for (const [key, value] of Object.entries(there)) {
      if (!(key in before) && isMeant(key, value)) settings.getItemOrNullObject(key).delete();
    }
    for (const [key, value] of Object.entries(before)) {
      if (there[key] !== value && isMeant(key, value)) settings.add(key, value);
    }
    await context.sync();
  },
});
