import { createRoot } from "react-dom/client";
import { Pane } from "./pane";

/** Draws the pane, in Excel or, where there is no Excel, as a preview that can write to no sheet. */
export function showPane(place: HTMLElement, isPreview: boolean): void {
  createRoot(place).render(<Pane isPreview={isPreview} />);
}
