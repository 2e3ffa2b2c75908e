import { count, optionalText } from "./read-cell";

// What is told of one group in cells of its own, and of many in the columns of a table.
export const users = count("Users");
export const devices = count("Devices");
export const calType = optionalText("CAL type");
export const channel = optionalText("Channel");
export const servers = count("Servers");
