// Part of the one bundle: waits until the pane is shown, then loads it. Functions never wait for it.
import { askFor, ribbonFunctions, type Asked } from "./asked-room";
import { tellTrouble } from "./pane-trouble";

/** What office.js tells when it is ready. Its types leave out that a shared runtime may start hidden. */
interface Ready {
  readonly host: Office.HostType | null;
  readonly addin?: { readonly visibilityMode?: string };
}

void Office.onReady().then(openWhenShown);

async function openWhenShown(ready: Ready): Promise<void> {
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
