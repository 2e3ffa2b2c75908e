import { tokensOf } from "../books/formula-tokens";
import { namespace } from "../host/function-metadata";
import { isCall } from "./file-formula";
import { mayFillBlocks } from "./new-functions";
import { children, child, isOn, named, XmlElement } from "./xml-tree";

/*
 * A formula that may fill more than its cell is marked as a dynamic array. Without the mark Excel
 * takes it for one of an older version, and puts an @ before what could be a block.
 */

/** The numbers that cells refer to as `cm`, as far as they mean a dynamic array. */
export function dynamicMarks(metadata: XmlElement | undefined): Set<string> {
  const types = children(child(metadata, "metadataTypes"), "metadataType");
  const kind = types.findIndex(({ attributes }) => attributes.name === "XLDAPR") + 1;
  const future = children(metadata, "futureMetadata").find(
    ({ attributes }) => attributes.name === "XLDAPR",
  );
  const isDynamic = children(future, "bk").map((block) =>
    named(block, "dynamicArrayProperties").some(({ attributes }) => isOn(attributes.fDynamic)),
  );
  const blocks = children(child(metadata, "cellMetadata"), "bk");
  return new Set(
    blocks.flatMap((block, index) => {
      const { t, v } = child(block, "rc")?.attributes ?? {};
      return kind > 0 && Number(t) === kind && isDynamic[Number(v)] ? [String(index + 1)] : [];
    }),
  );
}

export const metadataPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** Whether Excel might put an @ into the formula if it stood there without the mark. */
export function needsMark(formula: string): boolean {
  const tokens = tokensOf(formula);
  return tokens.some(({ text, kind }, at) => {
    if (kind === "array") return true;
    if (!isCall(tokens, at)) return false;
    const name = text.toUpperCase();
    return name.startsWith(`${namespace}.`) || mayFillBlocks.has(name);
  });
}
