import { unescaped } from "./escaped-text";
import { formulaFromFile } from "./file-formula";
import { child, children, isOn, XmlElement } from "./xml-tree";
import type { XlsxName } from "./xlsx-content";

/** Names that Excel keeps for itself, and what each stands for. */
const ofExcel: Readonly<Record<string, string>> = {
  print_area: "print areas",
  print_titles: "print titles",
  _filterdatabase: "filters",
};

/** The defined names of a workbook; those of Excel itself are told, not read. */
export function readNames(
  workbook: XmlElement,
  sheets: readonly string[],
  onNotKept: (what: string) => void,
): XlsxName[] {
  return children(child(workbook, "definedNames"), "definedName").flatMap((element) => {
    const { name = "", localSheetId, comment = "", hidden, function: macro } = element.attributes;
    const own = /^_xlnm\.(.*)$/i.exec(name)?.[1]?.toLowerCase();
    if (own !== undefined) {
      // Excel writes this one for every filter; a sheet's own filter is told of there
      if (own !== "_filterdatabase") onNotKept(ofExcel[own] ?? `the name ${name}`);
      return [];
    }
    if (isOn(macro)) {
      onNotKept(`the macro ${name}`);
      return [];
    }
    return {
      name: unescaped(name),
      formula: `=${formulaFromFile(unescaped(element.text))}`,
      comment: unescaped(comment),
      visible: !isOn(hidden),
      sheet: localSheetId === undefined ? undefined : sheets[Number(localSheetId)],
    };
  });
}
