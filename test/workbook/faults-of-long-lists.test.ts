/** A list of so many offers goes to Excel in several requests, and Excel may stop between them. */
import { writingCommands } from "../faults/commands";
import { hurry } from "../faults/hurry";
import { CommandOnTrial } from "../faults/trial";

const many = 2_300;

jest.mock("../../src/workbook/priced", () => {
  const { pricedFor } = jest.requireActual("../../src/workbook/priced");
  return {
    pricedFor: (choices: object) => {
      const priced = pricedFor(choices);
      const offers = Array.from({ length: many }, (_, i) => ({
        ...priced.offers[i % priced.offers.length],
        part: `P-${i}`,
      }));
      return { ...priced, offers };
    },
  };
});

let giveBack: () => void;
beforeAll(() => (giveBack = hurry()));
afterAll(() => giveBack());

it("A long pricing table goes back too, wherever Excel stops", async () => {
  const command = writingCommands.find(({ name }) => name === "pricing table, over cells")!;
  const onTrial = await CommandOnTrial.open(command);
  const names = ["host busy", "answer lost, and back"];
  const trials = onTrial.trials.filter(({ fault }) => names.includes(fault.name));
  // A short table takes 9 requests.
  expect(trials.length).toBeGreaterThan(2 * 12);
  const outcomes: unknown[] = [];
  for (const trial of trials.filter(({ at }) => at % 4 === 2)) {
    outcomes.push(await onTrial.run(trial));
  }
  expect(outcomes.filter((outcome) => outcome !== "unharmed")).toEqual([]);
  expect(onTrial.close()).toEqual([]);
});
