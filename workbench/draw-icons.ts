/**
 * Renders the icons from their drawings: `npm run icons`. The PNG files are committed, because the
 * manifest names them and a build must not need a browser.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { chromium as playwright } from "playwright-core";
import { chromium, chromiumArgs } from "./chromium";

/** The large drawing turns to mush below 32 pixels, so 16 has one of its own. */
const drawings = [
  { drawing: "icon-small.svg", name: "icon", sizes: [16] },
  { drawing: "icon.svg", name: "icon", sizes: [32, 64, 80, 128] },
  { drawing: "icon-freeze.svg", name: "icon-freeze", sizes: [16, 32, 80] },
];
const assets = new URL("../assets/", import.meta.url);

const browser = await playwright.launch({
  executablePath: await chromium(),
  args: chromiumArgs,
});
const page = await browser.newPage();
for (const { drawing, name, sizes } of drawings) {
  const svg = readFileSync(new URL(drawing, assets), "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    const file = `${name}-${size}.png`;
    writeFileSync(new URL(file, assets), png);
    console.log(`assets/${file} from ${drawing}`);
  }
}
await browser.close();
