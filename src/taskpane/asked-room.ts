/** What the ribbon can ask the pane for: a room, and the command in it. */
export interface Asked {
  readonly room: string;
  readonly command: string;
}

/** The functions of the ribbon's buttons, by the names that the manifest has for them. */
export const ribbonFunctions: Readonly<Record<string, Asked>> = {
  "CALS.Freeze": { room: "share", command: "freeze" },
  "CALS.Thaw": { room: "share", command: "thaw" },
  "CALS.Repair": { room: "share", command: "repair" },
  "CALS.PrepareForSharing": { room: "share", command: "prepare" },
};

let asked: Asked | undefined;
const listeners = new Set<() => void>();

/** Asked before the pane is drawn or after: it shows what was asked for last. */
export function askFor({ room, command }: Asked): void {
  asked = { room, command };
  listeners.forEach((tell) => tell());
}

export const lastAsked = (): Asked | undefined => asked;

export function onAsked(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
