/** The first of "CalsPrices", "CalsPrices2", … that nothing in the workbook is named; Excel ignores case. */
export function freeName(wanted: string, taken: Iterable<string>, space = ""): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  let name = wanted;
  for (let i = 2; names.has(name.toLowerCase()); i++) name = `${wanted}${space}${i}`;
  return name;
}
