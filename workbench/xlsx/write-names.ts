import { xmlText } from "./escaped-text";
import { formulaForFile } from "./file-formula";
import type { XlsxContent } from "./xlsx-content";

export function namesElement({ names, sheets }: XlsxContent): string {
  if (names.length === 0) return "";
  const elements = names.map(({ name, formula, comment, visible, sheet }) => {
    const index = sheets.findIndex((each) => each.name === sheet);
    const attributes = [
      `name="${xmlText(name)}"`,
      ...(comment ? [`comment="${xmlText(comment)}"`] : []),
      ...(index >= 0 ? [`localSheetId="${index}"`] : []),
      ...(visible ? [] : ['hidden="1"']),
    ];
    const text = xmlText(formulaForFile(formula.replace(/^=/, "")));
    return `<definedName ${attributes.join(" ")}>${text}</definedName>`;
  });
  return `<definedNames>${elements.join("")}</definedNames>`;
}
