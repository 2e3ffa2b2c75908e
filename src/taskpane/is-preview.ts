import { createContext } from "react";

/** True where a browser shows the pane that is not Excel: there is no sheet to read or write. */
export const IsPreview = createContext(false);
