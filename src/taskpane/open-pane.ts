// Part of the one bundle: waits until the pane is shown, then loads it. Functions never wait for it. It stands
// before them, because without office.js they do not load, and somebody has to say so.
import { askFor, ribbonFunctions, type Asked } from "./asked-room";
import { tellTrouble } from "./pane-trouble";

/** What office.js tells when it is ready. Its types leave out that a shared runtime may start hidden. */
interface Ready {
  readonly host: Office.HostType | null;
  readonly addin?: { readonly visibilityMode?: string };
}

/** Excel that restores a pane may never answer, and nothing tells that; a page loaded anew often hears from it. */
const patience = 20_000;
const mostReloads = 2;
const hasOffice = "Office" in globalThis;

let answered = false;
if (hasOffice) void Office.onReady().then(openWhenShown);

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

async function openWhenShown(ready: Ready): Promise<void> {
  answered = true;
  try {
    delete sessionStorage.calsReloads;
  } catch {
    // Nothing was counted.
  }
  for (const [name, asked] of Object.entries(ribbonFunctions)) {
    Office.actions.associate(name, (event?: Office.AddinCommands.Event) => showRoom(asked, event));
  }
  if (ready.addin?.visibilityMode !== "Hidden") return open(ready);
  const stop = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode !== Office.VisibilityMode.taskpane) return;
    void stop();
    void open(ready);
  });
}

/** A button of the ribbon only opens the pane at its command: that says first what it would do. */
async function showRoom(asked: Asked, event?: Partial<Office.AddinCommands.Event>): Promise<void> {
  askFor(asked);
  await Office.addin.showAsTaskpane();
  event?.completed?.();
}

async function open({ host }: Ready): Promise<void> {
  try {
    const { showPane } = await import(/* webpackChunkName: "taskpane" */ "./taskpane");
    showPane(document.getElementById("pane")!, host === null);
  } catch (trouble) {
    // After a new version was put in place, the file that this page asks for may be gone.
    tellTrouble(`A part of it could not be loaded (${(trouble as Error).message}).`);
  }
}
