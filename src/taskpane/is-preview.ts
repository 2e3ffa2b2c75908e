import { createContext } from "react";

/** False in the preview, which a browser shows that is not Excel: there is no sheet to write to. */
export const InExcel = createContext(true);
