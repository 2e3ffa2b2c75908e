import { Book } from "./book";
import { BookState } from "./book-state";
import { CustomFunctions } from "./custom-functions";
import { HostObject } from "./host-object";
import { Interruptions } from "./interruptions";
import { ActionHandlers, PaneService, StartupService } from "./pane-service";
import { MemberGate, RichApi } from "./rich-api";
import { Workbook } from "./objects/workbook";
import { Subscriptions } from "./subscriptions";
import { XdmHost } from "./xdm-host";

/** What this stand-in claims to support, and what `isSetSupported` answers from. */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.2",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
};

/** The RichApi message that runs one of the functions of `Office.actions`. */
const actionCategory = 2;
const dispatchAction = 1000;

export interface HostOptions {
  /** Left out where only custom functions are wanted, as in `evaluate`. */
  book?: Book | undefined;
  /** Tables, names and the like, where another host has the workbook open already. */
  state?: BookState | undefined;
  origin: string;
  send(text: string): void;
  paneVisible: boolean;
  /** Called when the add-in or the person shows or hides the pane. */
  onPane?(visible: boolean): void;
  onNotify?(notification: number): void;
  requirementSets?: Readonly<Record<string, string>>;
  /** Which members this Excel knows; all that the stand-in has if left out. */
  gate?: MemberGate | undefined;
}

/** Excel, as the add-in sees it: one per window of the add-in. */
export class Host {
  /** Calls that the stand-in could not answer. Every test asserts that there are none. */
  readonly unimplemented: string[] = [];
  readonly customFunctions = new CustomFunctions((messages) => this.xdm.push(messages));
  readonly pane: PaneService;
  /** Whether the add-in starts with the workbook. */
  readonly startup = new StartupService();
  /** Tables, names and the like of the workbook. */
  readonly state: BookState | undefined;
  /** What the add-in keeps in the workbook: one bag, whichever of Office's two ways it is asked in. */
  readonly settings: Map<string, unknown>;
  /** What comes between the add-in and the workbook; nothing, unless it is planned. */
  readonly interruptions = new Interruptions();
  readonly xdm: XdmHost;
  private readonly services: Readonly<Record<string, HostObject>>;

  constructor(options: HostOptions) {
    const onGap = (what: string) => void this.unimplemented.push(what);
    this.pane = new PaneService(options.paneVisible, (visible, messages) => {
      options.onPane?.(visible);
      this.xdm.push(messages);
    });
    this.services = {
      "Microsoft.ExcelServices.CustomFunctions": this.customFunctions.service,
      "Microsoft.InternalService.AddinInternalService": new ActionHandlers(),
      "Microsoft.AppRuntime.AppRuntimeService": this.pane,
      "Microsoft.AppRuntime.AppRuntimePersistenceService": this.startup,
    };
    const { book } = options;
    this.state = options.state ?? (book && new BookState(book));
    this.settings = this.state?.settings ?? new Map<string, unknown>();
    const root = book && this.state ? this.workbook(book, this.state) : new NoWorkbook();
    const richApi = new RichApi({
      root: () => root,
      service: (name) => this.services[name],
      settle: () => book?.settle() ?? Promise.resolve(),
      onGap,
      interruptions: this.interruptions,
      gate: options.gate,
    });
    this.xdm = new XdmHost({
      origin: options.origin,
      send: (text) => options.send(text),
      richApi: (batch, waits) => richApi.execute(batch, waits),
      interruptions: this.interruptions,
      requirementSets: options.requirementSets ?? requirementSets,
      paneVisible: options.paneVisible,
      settings: this.settings,
      onNotify: options.onNotify,
      onGap,
    });
  }

  /** The person presses a button of the ribbon that runs a function. */
  press(functionName: string): void {
    const message = JSON.stringify([functionName, "{}"]);
    this.xdm.push([[actionCategory, dispatchAction, "", message, 0]]);
  }

  private workbook(book: Book, state: BookState): Workbook {
    const events = new Subscriptions(book, (messages) => this.xdm.push(messages));
    book.listen(({ type }) => {
      if (type !== "changed") this.xdm.tellSelectionChanged();
    });
    return new Workbook({ book, state, events });
  }
}

/** Enough for the custom functions runtime to start. */
class NoWorkbook extends HostObject {}
