import { invalidArgument } from "./api-error";
import { HostObject } from "./host-object";
import { Push } from "./xdm-host";

/** RichApi message of `Office.addin.onVisibilityModeChanged`. */
const eventCategory = 65536;
const visibilityChanged = 65539;

/** `Office.addin.showAsTaskpane`, `hide` and `onVisibilityModeChanged`. */
export class PaneService extends HostObject {
  constructor(
    private visible: boolean,
    private readonly onChange: (visible: boolean, messages: Push[]) => void,
  ) {
    super();
  }

  GetAppRuntimeState(): string {
    return this.visible ? "Visible" : "Background";
  }

  SetAppRuntimeState(state: string): void {
    if (state !== "Visible" && state !== "Background") throw invalidArgument();
    this.show(state === "Visible");
  }

  /** The person opens or closes the pane, or the add-in does. */
  show(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    const json = JSON.stringify({ visibility: visible ? "Visible" : "Hidden" });
    this.onChange(visible, [[eventCategory, visibilityChanged, "", json, 0]]);
  }
}

/** `Office.addin.setStartupBehavior` and `getStartupBehavior`. */
export class StartupService extends HostObject {
  /** "Background" where the add-in is to start with the workbook. */
  state = "Inactive";

  GetAppRuntimeStartState(): string {
    return this.state;
  }

  SetAppRuntimeStartState(state: string): void {
    this.state = state;
  }
}

/** office.js says that `Office.actions` handlers can be called; nothing follows from it here. */
export class ActionHandlers extends HostObject {
  NotifyActionHandlerReady(): void {}
}
