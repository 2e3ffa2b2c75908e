// Part of the one bundle, and first in it: where office.js could not be loaded, nothing behind this runs.
import { tellTrouble } from "./pane-trouble";

/** Excel that restores a pane may never answer, and nothing tells that; a page loaded anew often hears from it. */
const patience = 20_000;
const mostReloads = 2;
const hasOffice = "Office" in globalThis;

let answered = false;
if (hasOffice) void Office.onReady().then(() => (answered = true));

// The wait begins with the page, not with the script: a runtime without a page shows nothing.
addEventListener("load", () => setTimeout(onSilence, hasOffice ? patience : 1000));

function onSilence(): void {
  if (answered) return;
  try {
    const reloads = Number(sessionStorage.calsReloads ?? 0);
    sessionStorage.calsReloads = reloads + 1;
    if (reloads < mostReloads) return location.reload();
  } catch {
    // Excel on the web may keep storage from a frame: what cannot be counted is not done again.
  }
  tellTrouble(hasOffice ? "Excel has not answered yet." : "Office.js could not be loaded.");
}
