import { ApiError } from "./api-error";
import { Interruptions } from "./interruptions";
import { Batch, BatchResult } from "./rich-api-wire";

/**
 * The host's end of the protocol that office.js speaks in Excel on the web: JSON messages between
 * the add-in's window and its parent. The add-in is not changed at all. office.js finds its host in
 * the window's `name`, which must be there before the page loads; see `windowName`.
 *
 * It knows no browser: the page of the workbench carries the messages through an iframe, and the
 * tests carry them through a window made of plain objects (node-window.ts).
 */
export interface XdmOptions {
  /** The host page's origin. office.js wants https and the add-in's own host name. */
  origin: string;
  /** Carries a message to the add-in's window. */
  send(text: string): void;
  /** With whether the batch may wait until the person has left the cell. */
  richApi(batch: Batch, waitsForEditing: boolean): Promise<BatchResult>;
  interruptions: Interruptions;
  requirementSets: Readonly<Record<string, string>>;
  /** Whether the pane is open when the add-in starts. */
  paneVisible: boolean;
  /** `Office.context.document.settings`, kept between sessions by the caller. */
  settings: Map<string, unknown>;
  onNotify?(notification: number): void;
  onGap(what: string): void;
}

/** [category, type, target id, message as JSON, id]: how the host tells the add-in something. */
export type Push = [category: number, type: number, target: string, json: string, id: number];

const messageType = { request: 0, response: 1 } as const;
const xdmAction = { invoke: 0, subscribe: 1, unsubscribe: 2 } as const;
const responseType = { answer: 0, event: 1 } as const;
const dispatchId = { loadSettings: 75, saveSettings: 76, richApi: 93 } as const;
const displayMode = { hidden: 1, taskPane: 2 } as const;
const internalError = 5001;
/** Excel on the web takes and gives no more than 5 MB at once, and says so in these codes. */
const mostBytes = 5 * 1024 * 1024;
const requestTooLarge = 5103;
const answerTooLarge = 5104;
/** Of the flags of a request: it may wait until the person has left the cell. */
const delayForCellEdit = 64;

/** Notifications of the pane that the keyboard leaves it: Ctrl+F6, Tab, Escape, F2. */
export const focusNotifications: readonly number[] = [5, 6, 13, 14, 15, 16];

const selectionChanged = "documentSelectionChanged";

const conversationId = "cals";
const addInId = "cals-for-excel";

interface Message {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

interface MethodCall {
  DdaMethod: { DispatchId: number };
  DdaSettingsMethod?: { Properties: [name: string, value: string][] };
  ArrayData?: unknown[];
}

/**
 * The `name` of the add-in's window. The flags at the end say: 1 a shared runtime, 2 custom
 * functions; `disableLogging` keeps office.js from calling anybody else.
 */
export function windowName(origin: string): string {
  return JSON.stringify({
    baseFrameName: `_xdm_${conversationId}`,
    hostInfo: "Excel$Web$16.01$en-US$corr$$disableLogging$3",
    xdmInfo: [conversationId, addInId, origin].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

export class XdmHost {
  /** The events that the add-in has asked for. */
  private readonly subscribed = new Set<string>();
  /** The settings of which office.js has a copy: those that it does not send back are deleted. */
  private copiedSettings: readonly string[] = [];

  constructor(private readonly options: XdmOptions) {}

  /** Takes a message of the add-in's window. */
  async receive(text: string): Promise<void> {
    const message = parse(text);
    if (
      message?._messageType !== messageType.request ||
      message._conversationId !== conversationId
    ) {
      return;
    }
    if (message._actionType !== xdmAction.invoke) {
      const isOn = message._actionType === xdmAction.subscribe;
      if (isOn) this.subscribed.add(message._actionName);
      else this.subscribed.delete(message._actionName);
      this.answer(message, { Error: 0 });
      return;
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        this.answer(message, this.appContext());
        return;
      case "ContextActivationManager_notifyHost":
        this.options.onNotify?.((message._data as number[])[1] ?? 0);
        return;
      case "executeMethod":
        this.answer(message, await this.execute(message._data as MethodCall));
        return;
      default:
        this.options.onGap(`host emulation does not implement ${message._actionName}`);
        this.answer(message, null, -2);
    }
  }

  /** The oldest event there is, `workbook.onSelectionChanged`, has a way of its own. */
  tellSelectionChanged(): void {
    if (this.subscribed.has(selectionChanged)) this.fire(selectionChanged, {});
  }

  /** Events and invocations of custom functions, which all travel as RichApi messages. */
  push(messages: Push[]): void {
    this.fire("richApiMessage", { ArrayData: messages, Data: messages });
  }

  private fire(action: string, data: object): void {
    this.post({
      _messageType: messageType.response,
      _actionName: action,
      _correlationId: -1,
      _errorCode: 0,
      _responseType: responseType.event,
      _data: data,
    });
  }

  private async execute(call: MethodCall): Promise<object> {
    switch (call.DdaMethod.DispatchId) {
      case dispatchId.richApi: {
        const text = String(call.ArrayData?.[4]);
        if (text.length > mostBytes) return { Version: 1, Error: requestTooLarge };
        const waits = (Number(call.ArrayData?.[6]) & delayForCellEdit) !== 0;
        const result = await this.options.richApi(JSON.parse(text) as Batch, waits);
        const answer = JSON.stringify(result);
        // By then all is done.
        if (answer.length > mostBytes) return { Version: 1, Error: answerTooLarge };
        return { Version: 1, Error: 0, Data: [200, [], answer] };
      }
      case dispatchId.saveSettings:
        return this.uninterrupted(() => this.saveSettings(call));
      case dispatchId.loadSettings:
        return {
          Version: 1,
          Error: 0,
          Properties: {
            Settings: this.serializedSettings().map(([Name, Value]) => ({ Name, Value })),
          },
        };
      default:
        this.options.onGap(
          `host emulation does not implement document method ${call.DdaMethod.DispatchId}`,
        );
        return { Version: 1, Error: internalError };
    }
  }

  /** The oldest calls know no codes: whatever comes between is an internal error. */
  private uninterrupted(call: () => void): object {
    try {
      this.options.interruptions.reached("request");
      this.options.interruptions.refuseEditing(false);
      call();
      this.options.interruptions.reached("answer");
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      return { Version: 1, Error: internalError };
    }
    return { Version: 1, Error: 0 };
  }

  private saveSettings({ DdaSettingsMethod }: MethodCall): void {
    const { settings } = this.options;
    const sent = DdaSettingsMethod?.Properties ?? [];
    this.copiedSettings.forEach((name) => settings.delete(name));
    sent.forEach(([name, value]) => settings.set(name, JSON.parse(value)));
    this.copiedSettings = sent.map(([name]) => name);
  }

  private serializedSettings(): [name: string, value: string][] {
    const settings = [...this.options.settings];
    this.copiedSettings = settings.map(([name]) => name);
    return settings.map(([name, value]) => [name, JSON.stringify(value)]);
  }

  private answer(request: Message, data: unknown, errorCode = 0): void {
    this.post({
      _messageType: messageType.response,
      _actionName: request._actionName,
      _correlationId: request._correlationId,
      _errorCode: errorCode,
      _responseType: responseType.answer,
      _data: data,
    });
  }

  private post(message: object): void {
    this.options.send(
      JSON.stringify({
        _conversationId: conversationId,
        _serializerVersion: 1,
        _origin: this.options.origin,
        ...message,
      }),
    );
  }

  private appContext(): object {
    const { origin, paneVisible, requirementSets } = this.options;
    return {
      _id: addInId,
      _appInstanceId: addInId,
      _appName: 16, // OSF.AppName.ExcelWebApp
      _appVersion: "16.0",
      _appMinorVersion: 1,
      _appUILocale: "en-US",
      _dataLocale: "en-US",
      _docUrl: `${origin}/Book1.xlsx`,
      _clientMode: 1, // may write
      _settings: this.serializedSettings(),
      _reason: 1, // the document was opened
      _osfControlType: 1, // a task pane
      _eToken: "",
      _correlationId: "corr",
      _hostFullVersion: "16.0.18000.20000",
      _addinName: "CALS",
      _appDomains: [],
      _initialDisplayMode: paneVisible ? displayMode.taskPane : displayMode.hidden,
      _requirementMatrix: JSON.stringify(requirementSets),
      _wacHostEnvironment: "0",
      _isFromWacAutomation: false,
      _featureGates: {},
    };
  }
}

function parse(text: string): Message | undefined {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return undefined; // a message of somebody else's, such as React's
  }
}
