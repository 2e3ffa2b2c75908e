import type { BaseReferenceObject } from "@univerjs/preset-sheets-node-core";
import type { UniverKit } from "./univer-kit";

interface Index {
  createReferenceObject(reference: BaseReferenceObject, range: object): unknown;
}

/**
 * `INDEX(T[Users],2)` on another sheet than the table: Univer 0.25.1 looks at that row of the
 * formula's own sheet, because a reference to a table knows its sheet's id and not its name.
 */
export function mendIndex({ api, injector, engine }: UniverKit): void {
  const index = injector.get(engine.IFunctionService).getExecutor("INDEX" as never);
  const mended = index as unknown as Index;
  const create = mended.createReferenceObject.bind(index);
  mended.createReferenceObject = (reference, range) => {
    const id = reference.getForcedSheetId();
    const sheet = id ? api.getActiveWorkbook()?.getSheetBySheetId(id) : undefined;
    if (sheet && !reference.getForcedSheetName()) {
      reference.setForcedSheetName(sheet.getSheetName());
    }
    return create(reference, range);
  };
}
