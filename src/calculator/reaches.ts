import type { Cal, Product } from "./product";

/** Whether a CAL gives base access to a server that asks for CALs; undefined where no source tells. */
export function reaches(cal: Cal, { cal: needed }: Product): boolean | undefined {
  if (cal.family === needed.family) return cal.age <= needed.age;
  const { unclear } = cal;
  const untold = unclear?.family === needed.family && needed.age >= unclear.age;
  return untold ? undefined : false;
}

/** What a CAL with Software Assurance counts as: the newest of its family. */
export const newestOf = (cal: Cal, cals: readonly Cal[]): Cal =>
  cals
    .filter(({ family }) => family === cal.family)
    .reduce((newest, other) => (other.age < newest.age ? other : newest), cal);
