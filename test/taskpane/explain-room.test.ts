import type { Browser } from "playwright-core";
import { questions } from "../../src/functions/questions";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
let excel: PaneInExcel;

describe("Explain this cell", () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    excel = await PaneInExcel.open(browser, { calculate: () => 25 });
    await excel.enter("Explain");
  });
  afterAll(async () => {
    await excel.close();
    await browser.close();
  });
  beforeEach(() => {
    excel.clear();
    excel.put("A2", ["2012 R2 Standard", 40, 25, "=CALS.REQUIRED(A2,B2,C2)"]);
  });

  test("shows Because, with links, for the selected cell, and follows the selection", async () => {
    const { because } = questions.REQUIRED.ask(["2012 R2 Standard", 40, 25]);
    excel.select("D2");
    await excel.said("Sheet1!D2 shows 25");
    const room = excel.pane.getByRole("tabpanel", { name: "Explain" });
    await room.getByRole("heading", { name: "Because" }).waitFor();
    for (const { says } of because) await room.getByText(says).waitFor();
    const link = room.getByRole("link").first();
    expect(await link.getAttribute("href")).toBe(because[0].cites[0].href);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    const { checked, read } = because[0].cites[0];
    await room.getByText(`Checked ${checked} (${read}).`).first().waitFor();
    excel.select("A9");
    await excel.said("No CALS formula is selected.");
    await room.getByText("CALS.REQUIRED(Edition, Users, Devices, CAL type)").waitFor();
  });

  test("explains a refusal as calmly as an answer", async () => {
    excel.put("D3", ['=CALS.REQUIRED("Windows Server 2012 Essentials",40)']);
    excel.select("D3");
    await excel.pane.getByText(/^No answer, because: .*limited to 25 user accounts/).waitFor();
    await excel.pane.getByRole("heading", { name: "Because" }).waitFor();
  });

  test("answers the question that WHY asks", async () => {
    excel.put("D3", ['=CALS.WHY("tobuy",A2,B2,C2,"User",15)']);
    excel.select("D3");
    const answer = excel.pane.getByRole("region", { name: "CALS.TOBUY" });
    await answer.getByText("25", { exact: true }).waitFor();
  });

  test("offers a formula where an argument is worked out on the way", async () => {
    excel.put("D4", ["=CALS.REQUIRED(A2,B2*2)"]);
    excel.select("D4");
    await excel.pane.getByText("The pane cannot read B2*2").waitFor();
    await excel.pane.getByText('=CALS.EXPLAIN("REQUIRED",A2,B2*2)').waitFor();
  });
});
