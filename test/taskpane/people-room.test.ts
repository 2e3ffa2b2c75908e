import type { Browser, Locator } from "playwright-core";
import { PaneInExcel } from "./pane-in-excel";
import { launchBrowser } from "./pane-page";

let browser: Browser;
let excel: PaneInExcel;
let room: Locator;

/** Each test fills in the questionnaire from the start. */
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  excel = await PaneInExcel.open(browser);
  await excel.enter("People");
  room = excel.pane.getByRole("tabpanel", { name: "People" });
});
afterEach(() => excel.close());

const fill = (label: string, text: string, at = 0) =>
  room.getByLabel(label, { exact: true }).nth(at).fill(text);
const unfold = (summary: string) => room.locator("summary", { hasText: summary }).first().click();
/** The numbers of a row of a table, by its name. */
const numbers = async (table: string, name: string): Promise<string[]> => {
  const rows = room.getByRole("table", { name: table }).locator("tbody");
  const row = rows.filter({ has: excel.page.locator("th", { hasText: name }) });
  return (await row.first().locator("tr:nth-child(2) td").allTextContents()).map((text) =>
    text.trim(),
  );
};
const needed = (name: string) => numbers("Requirement", name);

describe("Who and how many", () => {
  test("asks three things first, and answers with the reasons and their links", async () => {
    await room.getByText("Type the number of users, of devices, or both.").waitFor();
    expect(await room.locator("input, select").filter({ visible: true }).count()).toBe(3);
    await room.getByLabel("Server they use").selectOption("Windows Server 2008 R2 Standard");
    await fill("Number of users", "40");
    await fill("Number of devices", "25");
    expect(await needed("Group 1")).toEqual(["25", "5", "0", "20"]);
    await room.getByText("Windows Server 2008 CAL, Device").waitFor();
    await unfold("Because");
    const link = room
      .getByRole("link", { name: /Microsoft server client access license/i })
      .first();
    expect(await link.getAttribute("href")).toMatch(/^https?:/);
  });

  test("Insert writes the numbers that are shown, as formulas on what was typed", async () => {
    await fill("Number of users", "40");
    await fill("Number of devices", "25");
    await unfold("Growth");
    await fill("Reserve in percent", "10");
    expect(await needed("Group 1")).toEqual(["28", "0", "0", "28"]);
    excel.select("B2");
    await excel.press("Insert with live formulas");
    await excel.said("Inserted table CalsPeople at Sheet1!B4:Q5.");
    expect([excel.value("B2"), excel.value("C2")]).toEqual(["Reserve in percent", 10]);
    expect([excel.value("D5"), excel.value("E5")]).toEqual([40, 25]);
    expect(excel.formula("P5")).toContain("CALS.TOBUY(");
  });

  test("cells that are not empty are asked about, and kept on Cancel", async () => {
    await fill("Number of users", "4");
    excel.put("C3", ["mine"]);
    excel.select("B2");
    await excel.press("Insert with live formulas");
    await excel.said("Sheet1!C3 is not empty (1 cell). Overwrite?");
    await excel.press("Cancel");
    expect([excel.value("B2"), excel.value("C3")]).toEqual(["", "mine"]);
    expect(await excel.focused()).toBe("Insert with live formulas");
  });

  test("a limit of an edition is told in its row, and the other rows still count", async () => {
    await fill("Number of users", "40");
    await excel.press("Add a group");
    await room.getByLabel("Server they use").nth(1).selectOption("Windows Server 2022 Essentials");
    await fill("Number of users", "30", 1);
    await room.getByText(/limited to 25 user accounts; 30 users were given/).waitFor();
    expect(await needed("Group 1")).toEqual(["40", "0", "0", "40"]);
    expect(await needed("Group 2")).toEqual(["?", "0", "0", "?"]);
    await excel.press("Remove Group 2");
    expect(await excel.focused()).toBe("Add a group");
    await room.getByText(/limited to 25 user accounts/).waitFor({ state: "detached" });
  });

  test.each([
    ["-3", "Number of users must be a whole number, 0 or more. This cell has “-3”."],
    ["many", "Number of users must be a whole number, 0 or more. This cell has “many”."],
    ["99999999999", "Number of users must be at most 1,000,000,000. This cell has 99999999999."],
  ])("%s is told beside the entry, and nothing is lost", async (typed, message) => {
    await fill("Number of devices", "25");
    await fill("Number of users", typed);
    const entry = room.getByLabel("Number of users");
    const described = await entry.getAttribute("aria-describedby");
    expect(await room.locator(`[id="${described}"]`).textContent()).toContain(message);
    expect(await entry.inputValue()).toBe(typed);
    await excel.press("Insert with live formulas");
    await excel.said(`Mend the entry first: ${message}`);
    await fill("Number of users", "5");
    expect(await needed("Group 1")).toEqual(["5", "0", "0", "5"]);
  });

  test("owned CALs, remote desktop and external users each have their row", async () => {
    await fill("Number of users", "40");
    await unfold("Remote desktop");
    await fill("Users of it", "12");
    await unfold("External users");
    await fill("Number of external users", "80");
    await fill("Physical servers", "3");
    await unfold("Printers and other devices");
    await fill("Printers, scanners and others", "6");
    await unfold("CALs you own");
    await excel.press("Add owned CALs");
    await fill("Quantity", "15");
    await unfold("Microsoft 365 users");
    await fill("Users with it", "5");
    expect(await needed("Group 1")).toEqual(["40", "0", "20", "20"]);
    expect(await needed("Remote desktop")).toEqual(["12", "—", "0", "12"]);
    expect(await needed("External users")).toEqual(["3", "—", "—", "3"]);
    expect(await needed("External users, by CAL instead")).toEqual(["80", "—", "—", "or"]);
    expect(await needed("Printers and other devices")).toEqual(["6", "—", "0", "6"]);
    // With both prices it is decided.
    await fill("Connector price", "2700");
    await fill("Price of a CAL", "55");
    expect(await needed("External users")).toEqual(["3", "—", "—", "0"]);
    expect(await needed("External users, by CAL instead")).toEqual(["80", "—", "—", "80"]);
  });
});

describe("Comparing", () => {
  test("ways to license, by count and by cost, with the difference to the first", async () => {
    await fill("Number of users", "40");
    await fill("Number of devices", "25");
    await excel.press("Add a group");
    await fill("Number of users", "10", 1);
    await fill("Number of devices", "30", 1);
    await unfold("Compare ways to license");
    const way = (name: string) => numbers("Ways to license the groups", name);
    expect(await way("User CALs only")).toEqual(["50", "50", "0"]);
    expect(await way("Device CALs only")).toEqual(["55", "55", "+5"]);
    expect(await way("Mixed")).toEqual(["35", "35", "−15"]);
    await fill("User CAL price", "100");
    await fill("Device CAL price", "30");
    expect(await way("User CALs only")).toEqual(["50", "50", "5,000.00", "0"]);
    // 10 users cost 1,000.00 and their 30 devices 900.00.
    expect(await way("Mixed")).toEqual(["55", "55", "1,650.00", "−3,350.00"]);
  });

  test("the newest version says what has to be bought anew", async () => {
    await room.getByLabel("Server they use").selectOption("Windows Server 2019 Standard");
    await fill("Number of users", "40");
    await unfold("CALs you own");
    await excel.press("Add owned CALs");
    await room.getByLabel("Owned CAL", { exact: true }).selectOption("Windows Server 2019 CAL");
    await fill("Quantity", "40");
    await unfold("Compare ways to license");
    const way = (name: string) => numbers("Ways to license the groups", name);
    expect(await way("Mixed")).toEqual(["40", "0", "0"]);
    expect(await way("Newest version")).toEqual(["40", "40", "+40"]);
    await unfold("One newer server for everyone");
    await room.getByText("would have saved 40 of them").waitFor();
    const owned = (name: string) => numbers("Owned CALs and the new server", name);
    expect(await owned("Windows Server 2019 CAL")).toEqual(["40", "40", "40"]);
  });

  test("Standard against Datacenter", async () => {
    await unfold("Standard or Datacenter");
    await fill("Processors", "2");
    await fill("Cores per processor", "8");
    await fill("Virtual machines", "12");
    const edition = (name: string) => numbers("Standard against Datacenter", name);
    expect(await edition("Standard")).toEqual(["96", "0"]);
    expect(await edition("Datacenter")).toEqual(["16", "−80"]);
    await fill("Standard price", "1176");
    await fill("Datacenter price", "6771");
    expect(await edition("Standard")).toEqual(["96", "7,056.00", "0"]);
    expect(await edition("Datacenter")).toEqual(["16", "6,771.00", "−285.00"]);
    await room.getByText("Datacenter is cheaper from 11 virtual machines").waitFor();
    await room.getByText('=CALS.BREAKEVEN("2025",2,8,1176,6771)').waitFor();
  });
});

test("by keyboard alone: from the tab to the numbers in the sheet", async () => {
  excel.select("A1");
  await room.getByLabel("Server they use").focus();
  await excel.page.keyboard.press("Tab");
  await excel.page.keyboard.type("40");
  await excel.page.keyboard.press("Tab");
  await excel.page.keyboard.type("25");
  for (let i = 0; i < 20 && (await excel.focused()) !== "Insert with live formulas"; i++) {
    await excel.page.keyboard.press("Tab");
  }
  await excel.page.keyboard.press("Enter");
  await excel.said("Inserted table CalsPeople at Sheet1!A3:P4.");
  expect([excel.value("C4"), excel.value("D4")]).toEqual([40, 25]);
});
