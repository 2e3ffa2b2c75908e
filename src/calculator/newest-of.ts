import type { Cal } from "./product";

/** What a CAL with Software Assurance counts as: the newest of its family. */
export const newestOf = (cal: Cal, cals: readonly Cal[]): Cal =>
  cals
    .filter(({ family }) => family === cal.family)
    .reduce((newest, other) => (other.age < newest.age ? other : newest), cal);
