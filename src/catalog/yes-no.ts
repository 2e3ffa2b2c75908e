import { data } from "./data";
import { oneOf } from "./names";

/** Whether a word is one of those for Yes. */
export const yesNamed = (label: string, word: string): boolean =>
  oneOf(label, word, data.words.yesNo) === "Yes";
