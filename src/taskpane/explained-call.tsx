import { CopyFormula } from "./copy-formula";
import { Reasons } from "./reasons";
import { useRoomStyles } from "./room-styles";
import { Problem } from "../calculator/problem";
import { explained, type Explained } from "../functions/explain";
import type { CalsCall } from "../workbook/selected-formula";

/** One CALS call of the selected formula: what it answers, and why. */
export function ExplainedCall(call: CalsCall) {
  const styles = useRoomStyles();
  const { question, cells } = asked(call);
  return (
    <section className={styles.stack} aria-label={`CALS.${question}`}>
      {call.unread ? (
        <Unread {...call} />
      ) : (
        <AnswerAndReasons question={question} {...ask({ question, cells })} />
      )}
    </section>
  );
}

function AnswerAndReasons({ question, value, refusal, because }: Explained & { question: string }) {
  const styles = useRoomStyles();
  return (
    <>
      <div className={styles.answer}>
        <h3 className={styles.quiet}>CALS.{question}</h3>
        {refusal ? (
          <p className={styles.text}>No answer, because: {refusal.message}</p>
        ) : (
          <p className={styles.value}>{shown(value)}</p>
        )}
      </div>
      {because.length > 0 && (
        <>
          <h4 className={styles.subtitle}>Because</h4>
          <Reasons because={because} />
        </>
      )}
    </>
  );
}

/** The pane reads plain cells and values; what Excel must work out first, a cell can explain. */
function Unread({ question, unread, explainFormula }: CalsCall) {
  const styles = useRoomStyles();
  return (
    <>
      <div className={styles.answer}>
        <h3 className={styles.quiet}>CALS.{question}</h3>
        <p className={styles.text}>The pane cannot read {unread}: Excel works it out on the way.</p>
      </div>
      <p className={styles.text}>
        A cell can explain it. Put this formula into an empty one of the same sheet:
      </p>
      <CopyFormula formula={explainFormula} />
    </>
  );
}

/** EXPLAIN and WHY ask another question, which their first cell names; that one is answered here. */
function asked(call: CalsCall): Pick<CalsCall, "question" | "cells"> {
  const { question, cells } = call;
  const [name, ...others] = cells;
  const asksAnother = question === "EXPLAIN" || question === "WHY";
  if (!asksAnother || typeof name !== "string") return call;
  return {
    question: name
      .trim()
      .toUpperCase()
      .replace(/^CALS\./, ""),
    cells: others,
  };
}

function ask({ question, cells }: Pick<CalsCall, "question" | "cells">): Explained {
  try {
    return explained(question, cells);
  } catch (trouble) {
    // A name that is no question's is refused before anything is asked.
    if (!(trouble instanceof Problem)) throw trouble;
    return { refusal: trouble, because: trouble.because };
  }
}

function shown(value: unknown): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (!Array.isArray(value)) return String(value);
  const plain = value.every((each) => typeof each !== "object");
  return plain ? value.join(", ") : `${value.length} rows`;
}
