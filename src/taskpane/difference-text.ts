/** A difference with its sign, as the pane shows it. */
export const differenceText = (difference: number, show: (size: number) => string): string =>
  difference === 0 ? "0" : `${difference > 0 ? "+" : "−"}${show(Math.abs(difference))}`;
