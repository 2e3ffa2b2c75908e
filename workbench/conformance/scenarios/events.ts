import type { Family, Seen } from "../scenario";
import { wait, type Ground } from "../ground";

/** Excel tells in its own time. */
const patience = 1500;

/** What is told while something is done: in their order, without ids and with only our kinds of facts. */
async function told(
  ground: Ground,
  listen: (sheet: Excel.Worksheet, tell: (fact: Seen) => Promise<void>) => { remove(): void }[],
  act: () => Promise<unknown>,
): Promise<Seen[]> {
  const facts: Seen[] = [];
  const tell = async (fact: Seen) => void facts.push(fact);
  const handlers = await ground.run((sheet) => listen(sheet, tell));
  await act();
  await wait(patience);
  const [first] = handlers as unknown as { context: Excel.RequestContext }[];
  await Excel.run(first!.context, async (context) => {
    handlers.forEach((handler) => handler.remove());
    await context.sync();
  });
  return facts;
}

const changes = (sheet: Excel.Worksheet, tell: (fact: Seen) => Promise<void>) => [
  sheet.onChanged.add(({ address, changeType, source }) => tell([address, changeType, source])),
];

export const events: Family = {
  about: "Events",
  scenarios: [
    {
      name: "changed-by-the-add-in",
      asks: "Is an add-in told of what it writes itself, with which address and kind?",
      needs: "1.7",
      emulated: { sees: [["A1:B2", "RangeEdited", "Local"]] },
      run: (ground) =>
        told(ground, changes, () =>
          ground.put("A1:B2", [
            [1, 2],
            [3, 4],
          ]),
        ),
    },
    {
      name: "changed-by-calculation",
      asks: "Is it told where only a result changed?",
      needs: "1.7",
      emulated: { sees: [["A1", "RangeEdited", "Local"]] },
      run: async (ground) => {
        await ground.put("A1:B1", [[1, "=A1*10"]]);
        return told(ground, changes, () => ground.put("A1", [[2]]));
      },
    },
    {
      name: "changed-by-inserting",
      asks: "What is told when a row is inserted?",
      needs: "1.7",
      emulated: { sees: [] },
      run: (ground) =>
        told(ground, changes, () =>
          ground.run((sheet) => {
            sheet.getRange("2:2").insert("Down");
          }),
        ),
    },
    {
      name: "changed-by-format",
      asks: "Is a changed number format told as a change?",
      needs: "1.7",
      emulated: { sees: [] },
      run: (ground) => told(ground, changes, () => ground.format("A1", "0.00")),
    },
    {
      name: "selected",
      asks: "Is an add-in told of the sheet that it activates itself, and last of the cells that it selects?",
      needs: "1.9",
      emulated: { sees: { activated: true, last: ["selected", "C4"] } },
      run: async (ground) => {
        const facts = await told(
          ground,
          ({ context }, tell) => {
            const { worksheets } = context.workbook;
            return [
              worksheets.onActivated.add(() => tell("activated")),
              worksheets.onSelectionChanged.add(({ address }) => tell(["selected", address])),
            ];
          },
          async () => {
            await ground.run((_sheet, context) => {
              context.workbook.worksheets.getFirst().activate();
            });
            await ground.run((sheet) => sheet.getRange("C4").select());
          },
        );
        return { activated: facts.includes("activated"), last: facts[facts.length - 1] ?? null };
      },
    },
  ],
};
