import { entryRules, wholeNumberRule, type EntryRule } from "./entry-rules";

/** What helps a person to change what was typed into the pane, by column of the requirement. */
export function peopleRules(productSource: string): Readonly<Record<string, EntryRule>> {
  const { Product, Users, Devices, Channel, ...others } = entryRules(productSource);
  return {
    Server: Product,
    Users: { ...Users, note: "People, without the reserve. Blank: not known." },
    Devices: { ...Devices, note: "Devices, without the reserve. Blank: not known." },
    Servers: {
      ...wholeNumberRule,
      note: "For a group: server licenses bought, each with the CALs of its box. For external users: physical servers they can reach.",
    },
    Channel: { ...Channel, note: "How the server is bought. Blank: OEM." },
    "Wanted type": { ...others["CAL type"], note: "User or Device. Blank: the smaller count." },
  };
}
