/** A column's cell in the formula's own row, in the long form that can be written from anywhere. */
export const thisRow = (table: string, column: string): string =>
  `${table}[[#This Row],[${escaped(column)}]]`;

/** All cells of a column below its header. */
export const wholeColumn = (table: string, column: string): string =>
  `${table}[${escaped(column)}]`;

/** These characters have a meaning in a structured reference. */
const escaped = (column: string): string => column.replace(/[[\]#'@]/g, "'$&");

/** Text as a formula writes it. */
export const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
