import type { CellValue } from "../host/cell-value";

/** What tests and the console find as `window.workbench`. Addresses may name a sheet. */
export interface WorkbenchHandle {
  /** Resolves when the add-in has started and its functions can be called. */
  ready: Promise<void>;
  /** Resolves when nothing is calculated any more. */
  idle(): Promise<void>;
  /** Writes into a cell, as if it were typed there. */
  enter(address: string, text: string): void;
  cell(address: string): WorkbenchCell;
  select(address: string): void;
  selection(): string;
  tables(): WorkbenchTable[];
  setTheme(theme: "light" | "dark"): void;
  showPane(visible: boolean): void;
  /** Calls that the stand-in could not answer. Every test asserts that there are none. */
  unimplemented: readonly string[];
}

export interface WorkbenchCell {
  value: CellValue;
  text: string;
  formula: string;
  /** What Excel's error card would say. */
  error: string | null;
}

export interface WorkbenchTable {
  name: string;
  address: string;
  columns: string[];
}

declare global {
  interface Window {
    workbench: WorkbenchHandle;
  }
}
