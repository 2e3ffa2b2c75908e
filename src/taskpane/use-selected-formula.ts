import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { IsPreview } from "./is-preview";
import { troubleText } from "./use-task";
import {
  onSelectionChanged,
  selectedFormula,
  type SelectedFormula,
} from "../workbook/selected-formula";

export interface Selected {
  /** Undefined where no cell with a CALS formula is selected. */
  readonly formula?: SelectedFormula;
  readonly trouble?: string;
  read(): void;
}

/** The CALS formula of the selected cell, for as long as somebody looks. */
export function useSelectedFormula(shown: boolean): Selected {
  const isPreview = useContext(IsPreview);
  const [found, setFound] = useState<{ formula?: SelectedFormula; trouble?: string }>({});
  const reading = useRef({ now: false, again: false });

  // People run over cells with the arrow keys: read one at a time, and last the one they stopped at.
  const read = useCallback(async () => {
    const state = reading.current;
    state.again = true;
    if (state.now || isPreview) return;
    state.now = true;
    while (state.again) {
      state.again = false;
      setFound(await readOnce());
    }
    state.now = false;
  }, [isPreview]);

  useEffect(() => {
    if (!shown || isPreview) return;
    void read();
    const following = onSelectionChanged(() => void read());
    following.catch((trouble) => setFound({ trouble: troubleText(trouble) }));
    return () => void following.then((stop) => stop()).catch(() => {});
  }, [shown, isPreview, read]);

  return { ...found, read: () => void read() };
}

async function readOnce(): Promise<{ formula?: SelectedFormula; trouble?: string }> {
  try {
    return { formula: await selectedFormula() };
  } catch (trouble) {
    return { trouble: troubleText(trouble) };
  }
}
