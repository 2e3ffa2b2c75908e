import { Problem, type ProblemKind } from "../calculator/problem";

/** Only #VALUE! and #N/A carry a message in Excel, so every kind of problem is one of the two. */
const codeOf = (kind: ProblemKind) => (kind === "not-understood" ? "invalidValue" : "notAvailable");

/** Runs a question for a cell: a Problem becomes Excel's error with our message; a bug stays a bug. */
export function inCell<T>(question: () => T): T {
  try {
    return question();
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    // Outside Excel's host script `CustomFunctions.Error` does not exist, so it is not touched before.
    const code = CustomFunctions.ErrorCode[codeOf(trouble.kind)];
    throw new CustomFunctions.Error(code, trouble.message);
  }
}
