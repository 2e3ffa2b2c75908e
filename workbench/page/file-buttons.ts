import type { WorkbookFile } from "./workbook-file";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The two buttons that open a workbook from a file and save it as one. */
export function fileButtons(
  { open, save }: { open: HTMLElement; save: HTMLElement },
  file: WorkbookFile,
  say: (text: string) => void,
): void {
  const trouble = (problem: unknown) =>
    say(problem instanceof Error ? problem.message : String(problem));
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".xlsx";
  input.addEventListener("change", () => {
    const [chosen] = input.files ?? [];
    // so that the same file may be chosen again
    const bytes = chosen?.arrayBuffer();
    input.value = "";
    if (!chosen || !bytes) return;
    void bytes.then((all) => file.open(chosen.name, new Uint8Array(all))).then(say, trouble);
  });
  open.addEventListener("click", () => input.click());
  save.addEventListener("click", () => {
    void file.save().then(({ name, bytes, says }) => {
      download(name, bytes);
      say(says);
    }, trouble);
  });
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: xlsx }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
