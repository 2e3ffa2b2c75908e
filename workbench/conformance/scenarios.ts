import type { Family } from "./scenario";
import { calculation } from "./scenarios/calculation";
import { cells } from "./scenarios/cells";
import { entryRules } from "./scenarios/entry-rules";
import { events } from "./scenarios/events";
import { functions } from "./scenarios/functions";
import { looks } from "./scenarios/looks";
import { protection } from "./scenarios/protection";
import { spills } from "./scenarios/spills";
import { storage } from "./scenarios/storage";
import { structure } from "./scenarios/structure";
import { tables } from "./scenarios/tables";

/** The conformance pack: everything that the stand-in supposes of Excel and an add-in can see. */
export const families: readonly Family[] = [
  ...[functions, cells, looks, calculation, spills, tables],
  ...[structure, entryRules, protection, storage, events],
];

export const scenarios = families.flatMap((family) => family.scenarios);
