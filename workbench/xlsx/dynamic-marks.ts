import { FormulaToken, tokensOf } from "../books/formula-tokens";
import { namespace } from "../host/function-metadata";
import { isCall } from "./file-formula";
import { mayFillBlocks, takesMany } from "./new-functions";
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

/**
 * Whether Excel might put an @ into the formula if it stood there without the mark: where something
 * answers a block, or where several cells stand for one.
 */
export function needsMark(formula: string): boolean {
  const tokens = tokensOf(formula).filter(({ kind }) => kind !== "space");
  /** The functions around a token; an empty name for brackets of their own. */
  const around: string[] = [];
  return tokens.some(({ text, kind }, at) => {
    const before = tokens[at - 1];
    if (kind === "array") return true;
    if (text === "(" && kind === "other") {
      around.push(before?.kind === "name" ? before.text.toUpperCase() : "");
    }
    if (text === ")" && kind === "other") around.pop();
    if (isCall(tokens, at)) {
      const name = text.toUpperCase();
      return name.startsWith(`${namespace}.`) || mayFillBlocks.has(name);
    }
    const isSpan = kind === "operator" && text === ":";
    const isColumn =
      kind === "brackets" && before?.kind === "name" && !/^\[\[?#This Row/i.test(text);
    if (!isSpan && !isColumn) return false;
    // all of it is one argument of a function that wants many cells
    const [first, last] = isSpan ? [at - 2, at + 2] : [at - 2, at + 1];
    const isAlone =
      "(,".includes(beforeSheet(tokens, first) ?? "?") && ",)".includes(tokens[last]?.text ?? "?");
    return !(isAlone && takesMany.has(around.at(-1) ?? ""));
  });
}

/** What stands before a reference, and before the sheet that it names. */
function beforeSheet(tokens: readonly FormulaToken[], at: number): string | undefined {
  return tokens[tokens[at]?.text === "!" ? at - 2 : at]?.text;
}
