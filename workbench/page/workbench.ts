import { UniverBook } from "../books/univer-book";
import { FunctionsFile } from "../host/function-metadata";
import { Host } from "../host/host";
import { focusNotifications } from "../host/xdm-host";
import { fileButtons } from "./file-buttons";
import { workbenchHandle } from "./make-handle";
import { PaneFrame } from "./pane-frame";
import { startGrid } from "./start-grid";
import { StatusLine } from "./status-line";
import { UniverDisplay } from "./grid-display";
import { WorkbookFile } from "./workbook-file";
import type { WorkbenchHandle } from "./workbench-handle";

const element = (id: string) => document.getElementById(id)!;

/** The pane, or in its place the page that runs the conformance pack: `?conformance`. */
const addInPage = () =>
  new URLSearchParams(location.search).has("conformance") ? "/conformance/" : "/taskpane.html";

/** The grid, the host and the add-in's frame, and what is around them. */
async function open(): Promise<WorkbenchHandle> {
  const metadata = (await (await fetch("/functions.json")).json()) as FunctionsFile;
  const kit = startGrid("grid");
  const book = new UniverBook(kit, { display: new UniverDisplay(kit.api) });
  const status = new StatusLine(element("status"), element("gaps"), book);
  const paneSwitch = element("pane-switch");
  const frame = new PaneFrame(element("pane"), addInPage(), (text) => {
    void host.xdm.receive(text).then(() => status.showGaps(host.unimplemented));
  });
  const host = new Host({
    book,
    origin: location.origin,
    send: (text) => frame.send(text),
    paneVisible: true,
    onPane: (visible) => {
      frame.show(visible);
      paneSwitch.setAttribute("aria-pressed", String(visible));
    },
    onNotify: (notification) => {
      if (focusNotifications.includes(notification)) kit.focus();
    },
  });
  book.useFunctions(metadata, (invocation) => host.customFunctions.invoke(invocation));
  const setTheme = (theme: "light" | "dark") => {
    document.documentElement.dataset.theme = theme;
    element("theme-switch").setAttribute("aria-pressed", String(theme === "dark"));
    kit.api.toggleDarkMode(theme === "dark");
    frame.setTheme(theme);
  };
  paneSwitch.addEventListener("click", () => {
    host.pane.show(paneSwitch.getAttribute("aria-pressed") !== "true");
  });
  element("theme-switch").addEventListener("click", () => {
    setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  });
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const [openButton, saveButton] = [element("open-file"), element("save-file")];
  fileButtons({ open: openButton, save: saveButton }, new WorkbookFile(host.state!), (text) =>
    status.tell(text),
  );
  frame.open();
  return workbenchHandle({ book, host, setTheme });
}

window.workbench = await open();
