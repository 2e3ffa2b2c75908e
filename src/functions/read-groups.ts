import { Problem } from "../calculator/problem";
import type { GroupGiven, OwnedGiven, RowGiven } from "../catalog/named-rows";
import { calType, channel, devices, servers, users } from "./group-arguments";
import { optionalText, wholeNumber, yesOrNo, type Argument } from "./read-cell";
import { readTable, type TableRow } from "./read-table";
import type { ColumnName } from "../catalog/column-names";

const group = optionalText("Group");
const edition = optionalText("Edition");
const cal = optionalText("CAL");
const quantity = wholeNumber("Quantity");
const softwareAssurance = yesOrNo("Software Assurance");

/** Groups of people, a row for each server edition they reach. */
export const planGroups = (label: string): Argument<readonly GroupGiven[]> => ({
  label,
  read: (cells) =>
    readTable(label, cells, {
      columns: ["Group", "Edition", "Users", "Devices", "CAL type", "Channel", "Servers"],
      necessary: [["Group"], ["Edition"], ["Users", "Devices"]],
    }).map((row) =>
      rowGiven(row, (cell) => ({
        edition: edition.read(cell("Edition")),
        users: users.read(cell("Users")),
        devices: devices.read(cell("Devices")),
        calType: calType.read(cell("CAL type")),
        channel: channel.read(cell("Channel")),
        servers: servers.read(cell("Servers")),
      })),
    ),
});

/** Groups that share neither people nor devices, one row for each. */
export const groupsOfTheirOwn = (label: string): Argument<readonly GroupGiven[]> => ({
  label,
  read: (cells) =>
    readTable(label, cells, {
      columns: ["Group", "Users", "Devices"],
      necessary: [["Group"], ["Users", "Devices"]],
    }).map((row) =>
      rowGiven(row, (cell) => ({
        users: users.read(cell("Users")),
        devices: devices.read(cell("Devices")),
      })),
    ),
});

/** CALs that the buyer has, a row for each kind. */
export const ownedCals = (label: string): Argument<readonly OwnedGiven[]> => ({
  label,
  read: (cells) =>
    readTable(label, cells, {
      columns: ["CAL", "CAL type", "Quantity", "Software Assurance"],
      necessary: [["CAL"], ["CAL type"], ["Quantity"]],
    }).map(({ row, cell: cellOf }) => {
      const named = withTrouble<OwnedGiven>({ row }, () => ({ cal: cal.read(cellOf("CAL")) }));
      return withTrouble(named, () => ({
        calType: calType.read(cellOf("CAL type")),
        quantity: quantity.read(cellOf("Quantity")),
        softwareAssurance: softwareAssurance.read(cellOf("Software Assurance")),
      }));
    }),
});

/** A row keeps its group's name also where another of its cells cannot be read. */
function rowGiven<C extends ColumnName>(
  { row, cell }: TableRow<C | "Group">,
  read: (cell: TableRow<C | "Group">["cell"]) => GroupGiven,
): GroupGiven {
  const named = withTrouble<GroupGiven>({ row }, () => ({ group: group.read(cell("Group")) }));
  return withTrouble(named, () => read(cell));
}

/** A row that cannot be read is handed on with its trouble, so that the others still count. */
function withTrouble<T extends RowGiven>(row: T, read: () => T): T {
  if (row.trouble) return row;
  try {
    return { ...row, ...read() };
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    return { ...row, trouble };
  }
}
