import { Problem } from "../calculator/problem";
import { count, price, wholeNumber, type Argument } from "../functions/read-cell";
import type { Questionnaire } from "../workbook/questionnaire";

/** How the entries of the questionnaire are read: as the cells would be that they go to. */
export const readers = {
  users: count("Number of users"),
  devices: count("Number of devices"),
  servers: count("Server licenses"),
  hosts: count("Physical servers"),
  connectorPrice: price("Connector price"),
  calPrice: price("CAL price"),
  quantity: count("Quantity"),
  reserve: wholeNumber("Reserve"),
  userPrice: price("User price"),
  devicePrice: price("Device price"),
  processors: count("Processors"),
  coresPerProcessor: count("Cores per processor"),
  vms: count("Virtual machines"),
  standardPrice: price("Standard price"),
  datacenterPrice: price("Datacenter price"),
} as const;

/** What is wrong with an entry, in the words of the functions. */
export function faultOf(reader: Argument<unknown>, entry: string): string | undefined {
  try {
    reader.read(entry);
    return undefined;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.message;
  }
}

/** What is wrong with the entries of a questionnaire. */
export function faultsOf(questionnaire: Questionnaire): readonly string[] {
  const { groups, remote, external, devices, microsoft365, owned, reserve } = questionnaire;
  const entries: (readonly [Argument<unknown>, string])[] = [
    ...groups.flatMap(
      (group) =>
        [
          [readers.users, group.users],
          [readers.devices, group.devices],
          [readers.servers, group.servers],
        ] as const,
    ),
    [readers.users, remote.users],
    [readers.devices, remote.devices],
    [readers.users, external.users],
    [readers.hosts, external.servers],
    [readers.connectorPrice, external.connectorPrice],
    [readers.calPrice, external.calPrice],
    [readers.devices, devices.devices],
    [readers.users, microsoft365.users],
    ...owned.map(({ quantity }) => [readers.quantity, quantity] as const),
    [readers.reserve, reserve],
  ];
  return entries
    .map(([reader, entry]) => faultOf(reader, entry))
    .filter((fault) => fault !== undefined);
}
