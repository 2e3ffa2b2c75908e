import { windowName } from "../host/xdm-host";

/**
 * The frame in which the add-in runs. It is there from the start, shown or not, as a shared runtime
 * is in Excel.
 */
export class PaneFrame {
  private readonly frame: HTMLIFrameElement;

  constructor(
    private readonly parent: HTMLElement,
    address: string,
    onMessage: (text: string) => void,
  ) {
    this.frame = parent.ownerDocument.createElement("iframe");
    this.frame.title = "CALS for Excel";
    // office.js looks for its host here, and only when its page loads
    this.frame.name = windowName(location.origin);
    this.frame.src = address;
    window.addEventListener("message", ({ source, origin, data }) => {
      const isOurs = source === this.frame.contentWindow && origin === location.origin;
      if (isOurs && typeof data === "string") onMessage(data);
    });
  }

  /** Loads the add-in; its host must be listening by then. */
  open(): void {
    this.parent.append(this.frame);
  }

  send(text: string): void {
    this.frame.contentWindow?.postMessage(text, location.origin);
  }

  show(visible: boolean): void {
    this.parent.hidden = !visible;
  }

  /** A frame asks for the colors that its element is shown in. */
  setTheme(theme: "light" | "dark"): void {
    this.frame.style.colorScheme = theme;
  }
}
