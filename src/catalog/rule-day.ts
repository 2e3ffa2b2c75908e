import { data } from "./data";

/** The day of the catalog's newest look at a source: how old our rules are. */
export const ruleDay: string = Object.values(data.sources)
  .map(({ checked }) => checked)
  .reduce((newest, day) => (day > newest ? day : newest));
