import { reportName, verdictOf, type Report } from "./report";
import { isEmptyWorkbook, runScenarios } from "./run-scenarios";
import { writeReport } from "./report-sheet";
import { scenarios } from "./scenarios";

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [run, agreed] = [element<HTMLButtonElement>("run"), element<HTMLInputElement>("agreed")];

/** The stand-in keeps its workbook where its page comes from. */
const isStandIn = () => Office.context.document.url.startsWith(location.origin);
const say = (text: string) => (element("status").textContent = text);
const trouble = (problem: unknown) => void say(`It stopped: ${String(problem)}`);

void Office.onReady().then(offer).catch(trouble);
run.addEventListener("click", () => void runAll().catch(trouble));
agreed.addEventListener("change", () => (run.disabled = !agreed.checked));

/** Where the workbook holds something, nothing runs without a yes. */
async function offer(): Promise<void> {
  const isEmpty = await isEmptyWorkbook();
  element("warning").hidden = isEmpty;
  run.disabled = !isEmpty && !agreed.checked;
}

async function runAll(): Promise<void> {
  run.disabled = true;
  if (!agreed.checked && !(await isEmptyWorkbook())) return offer();
  const report = await runScenarios(scenarios, {
    isStandIn: isStandIn(),
    date: new Date().toISOString().slice(0, 10),
    onStep: ({ name }, index) => say(`${index + 1} of ${scenarios.length}: ${name}`),
  });
  show(report);
  await writeReport(report, scenarios);
}

function show(report: Report): void {
  const verdicts = scenarios.map((scenario) => verdictOf(scenario, report.saw[scenario.name]));
  const kinds = [...new Set(verdicts)];
  const counts = kinds.map((kind) => `${verdicts.filter((one) => one === kind).length} ${kind}`);
  say(`Done: ${counts.join(", ")}.`);
  const json = JSON.stringify(report, null, 1);
  element<HTMLTextAreaElement>("report").value = json;
  element("keep").hidden = report.host === "stand-in"; // it would check nothing
  element("file").textContent = reportName(report);
  const link = element<HTMLAnchorElement>("download");
  link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  link.download = reportName(report);
  element("differences").replaceChildren(
    ...scenarios.flatMap((scenario, i) => {
      if (verdicts[i] === "same") return [];
      const row = document.createElement("tr");
      const cell = row.appendChild(document.createElement("td"));
      cell.append(`${scenario.name}: ${verdicts[i]}. ${scenario.asks}`);
      for (const seen of [report.saw[scenario.name], scenario.emulated]) {
        cell.appendChild(document.createElement("code")).textContent = JSON.stringify(seen);
      }
      return [row];
    }),
  );
  element("result").hidden = false;
}
