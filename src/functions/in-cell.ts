import { Problem, type ProblemKind } from "../calculator/problem";

type MessageCode = "invalidValue" | "notAvailable";

/** Only #VALUE! and #N/A carry a message in Excel, so a new kind of problem is one of the two. */
const codes: Record<ProblemKind, MessageCode> = {
  "not-understood": "invalidValue",
  "not-in-catalog": "notAvailable",
  "not-confirmed": "notAvailable",
  "over-limit": "notAvailable",
};

/** Runs a question for a cell: a Problem becomes Excel's error with our message; a bug stays a bug. */
export function inCell<T>(question: () => T): T {
  try {
    return question();
  } catch (trouble) {
    if (!(trouble instanceof Problem)) throw trouble;
    // Outside Excel's host script `CustomFunctions.Error` does not exist, so it is not touched before.
    const code = CustomFunctions.ErrorCode[codes[trouble.kind]];
    throw new CustomFunctions.Error(code, trouble.message);
  }
}
