import AxeSource from "axe-core";
import type { Page } from "playwright-core";

export const rooms = ["Prices", "People", "Worksheet", "Explain", "Share"] as const;

export async function enter(page: Page, room: (typeof rooms)[number]): Promise<void> {
  await page.getByRole("tab", { name: room }).click();
  await page.getByRole("tabpanel", { name: room }).waitFor();
}

/** What axe-core holds against the page, WCAG 2.2 AA and the good habits beyond it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AxeSource.source);
  const { violations } = await page.evaluate(
    // axe-core is now a global of the page; target sizes are off unless asked for.
    () =>
      (window as any).axe.run(
        // Fluent UI's own way stations for the Tab key: they pass the focus on and never keep it.
        { exclude: "[data-tabster-dummy]" },
        { rules: { "target-size": { enabled: true } } },
      ),
  );
  return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

/** How far the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
