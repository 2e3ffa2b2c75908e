import type { Family, Seen } from "../scenario";
import type { Ground } from "../ground";

const namespace = "urn:cals:conformance";
const xml = `<?xml version="1.0" encoding="UTF-8"?><probe xmlns="${namespace}" at="1"><a>x &amp; "y"</a><b/></probe>`;

/** Keeps a piece of XML in the workbook for as long as a scenario needs it. */
async function withPart<T>(ground: Ground, look: (id: string) => Promise<T>): Promise<T> {
  const id = await ground.run(async (_sheet, context) => {
    const part = context.workbook.customXmlParts.add(xml);
    part.load("id");
    await context.sync();
    return part.id;
  });
  try {
    return await look(id);
  } finally {
    await ground.run((_sheet, context) => {
      context.workbook.customXmlParts.getItemOrNullObject(id).delete();
    });
  }
}

export const storage: Family = {
  about: "What an add-in keeps in the workbook",
  scenarios: [
    {
      name: "settings",
      asks: "Of which kind do settings come back, and are their names told apart by case?",
      needs: "1.4",
      emulated: { sees: { values: ["a", 1.5, [1, null, "b"]], otherCase: true } },
      run: (ground) =>
        ground.run(async (_sheet, context) => {
          const { settings } = context.workbook;
          const values: Record<string, unknown> = { text: "a", number: 1.5, list: [1, null, "b"] };
          const names = Object.keys(values).map((name) => `CalsConformance.${name}`);
          names.forEach((name, i) => settings.add(name, Object.values(values)[i] as string));
          const items = names.map((name) => settings.getItem(name).load("value"));
          const other = settings.getItemOrNullObject(names[0]!.toUpperCase());
          await context.sync();
          const seen = items.map(({ value }) => value as Seen);
          names.forEach((name) => settings.getItem(name).delete());
          await context.sync();
          return { values: seen, otherCase: other.isNullObject };
        }),
    },
    {
      name: "setting-deleted-twice",
      asks: "With which code does Excel refuse to delete a setting that is not there?",
      needs: "1.4",
      emulated: { sees: "ItemNotFound" },
      run: (ground) =>
        ground.refusal((_sheet, context) =>
          context.workbook.settings.getItem("CalsConformance.none").delete(),
        ),
    },
    {
      name: "xml-part",
      asks: "Does a piece of XML come back as it was given, and what does its id look like?",
      needs: "1.5",
      emulated: {
        sees: {
          same: true,
          text: '<?xml version="1.0" encoding="UTF-8"?><probe xmlns="urn:cals:conformance" at="1"><a>x &amp; "y"</a><b/></probe>',
          namespace: "urn:cals:conformance",
          id: "a GUID in braces",
        },
      },
      run: (ground) =>
        withPart(ground, (id) =>
          ground.run(async (_sheet, context) => {
            const part = context.workbook.customXmlParts.getItem(id);
            const text = part.getXml();
            part.load("namespaceUri");
            await context.sync();
            return {
              same: text.value === xml,
              text: text.value,
              namespace: part.namespaceUri,
              id: /^\{[0-9A-Z-]{36}\}$/i.test(id) ? "a GUID in braces" : "something else",
            };
          }),
        ),
    },
    {
      name: "xml-part-found",
      asks: "Is a part found by its namespace, alone, and changed in place?",
      needs: "1.5",
      emulated: { sees: { count: 1, same: true, none: true, changed: true } },
      run: (ground) =>
        withPart(ground, (id) =>
          ground.run(async (_sheet, context) => {
            const { customXmlParts } = context.workbook;
            const found = customXmlParts.getByNamespace(namespace);
            const only = found.getOnlyItemOrNullObject();
            const none = customXmlParts.getByNamespace("urn:cals:none").getOnlyItemOrNullObject();
            found.load("items/id");
            only.load("id");
            await context.sync();
            customXmlParts.getItem(id).setXml(xml.replace('at="1"', 'at="2"'));
            const text = customXmlParts.getItem(id).getXml();
            await context.sync();
            return {
              count: found.items.length,
              same: only.id === id,
              none: none.isNullObject,
              changed: text.value.includes('at="2"'),
            };
          }),
        ),
    },
    {
      name: "xml-refused",
      asks: "With which code does Excel refuse XML that is not well-formed?",
      needs: "1.5",
      emulated: { sees: "InvalidArgument" },
      run: (ground) =>
        ground.refusal((_sheet, context) => {
          context.workbook.customXmlParts.add("<open>");
        }),
    },
    {
      name: "startup",
      asks: "Is it told, after it was set, that a workbook starts the add-in, and that it does not?",
      needs: "1.1",
      emulated: { sees: { on: "Load", off: "None" } },
      run: async () => {
        const { addin } = Office;
        const before = await addin.getStartupBehavior();
        await addin.setStartupBehavior(Office.StartupBehavior.load);
        const on = await addin.getStartupBehavior();
        await addin.setStartupBehavior(Office.StartupBehavior.none);
        const off = await addin.getStartupBehavior();
        await addin.setStartupBehavior(before);
        return { on, off };
      },
    },
    {
      name: "document-setting",
      asks: "Is a setting of the document there after it was saved, and gone after it was removed?",
      needs: "1.1",
      emulated: { sees: { saved: "succeeded", there: true, removed: "succeeded", after: null } },
      run: async () => {
        const { settings } = Office.context.document;
        const save = () =>
          new Promise<string>((resolve) =>
            settings.saveAsync(({ status }) => resolve(String(status))),
          );
        settings.set("CalsConformance", true);
        const saved = await save();
        const there = settings.get("CalsConformance") as Seen;
        settings.remove("CalsConformance");
        return {
          saved,
          there,
          removed: await save(),
          after: settings.get("CalsConformance") as Seen,
        };
      },
    },
  ],
};
