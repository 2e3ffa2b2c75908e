import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { Details } from "./details";
import { NumberTable } from "./number-table";
import { Reasons } from "./reasons";
import type { CellAnswer, RequirementAnswer, RowAnswer } from "./requirement-answers";
import { useRoomStyles } from "./room-styles";
import type { AnswerColumn } from "../workbook/requirement-formula";

const columns = ["Required", "Included", "Owned", "To buy"] as const;

/** One row for each thing to buy or to know, with its reasons. */
export function RequirementTable({ rows, notes }: RequirementAnswer) {
  const styles = useRoomStyles();
  return (
    <>
      <NumberTable
        label="Requirement"
        headers={columns}
        rows={rows.map((answer) => ({
          name: answer.row.inputs.What!,
          detail: detailOf(answer),
          numbers: columns.map((column) => shown(answer.cells[column])),
          more: <RowReasons {...answer} />,
        }))}
      />
      {notes.map(({ what, cal, problem }, i) => (
        <p key={i} className={styles.text}>
          {cal} is not counted for {what}: {problem.message}
        </p>
      ))}
    </>
  );
}

function RowReasons({ cells, because }: RowAnswer) {
  const problem = problemOf(cells);
  return (
    <>
      {problem && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{problem.message}</MessageBarBody>
        </MessageBar>
      )}
      {because.length > 0 && (
        <Details small onDemand summary="Because">
          <Reasons because={because} />
        </Details>
      )}
    </>
  );
}

/** The first cell without an answer is the cause of the others. */
function problemOf(cells: RowAnswer["cells"]) {
  const found = Object.values(cells).find((cell) => "problem" in cell);
  return found && "problem" in found ? found.problem : undefined;
}

/** Such as "Windows Server 2025 CAL, Device". */
function detailOf({ cells }: RowAnswer): string | undefined {
  const names = (["CAL", "Type"] as const satisfies readonly AnswerColumn[])
    .map((column) => cells[column])
    .map((cell) => (cell && "value" in cell ? String(cell.value) : ""));
  const told = names.filter((name) => name !== "" && name !== "None");
  return told.length > 0 ? told.join(", ") : undefined;
}

/** Nothing where the column does not apply. */
function shown(cell: CellAnswer | undefined): string {
  if (!cell) return "—";
  if ("problem" in cell) return "?";
  return numberText(cell.value);
}

export const numberText = (value: unknown): string =>
  typeof value === "number" ? value.toLocaleString("en-US") : String(value);
