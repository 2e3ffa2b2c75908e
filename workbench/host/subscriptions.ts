import { formatAddress } from "./address";
import { Book, BookEvent } from "./book";
import { Push } from "./xdm-host";

/** RichApi messages of category "event"; the number says which event of Excel. */
const eventCategory = 65536;
const eventType = { changed: 10, activated: 11, selected: 14 } as const;

/** `onChanged` and its kin name the workbook, or a sheet's id, as the target of what they wait for. */
export const wholeWorkbook = "Workbook";

/** What the add-in listens to. Excel sends an event only where somebody does. */
export class Subscriptions {
  private readonly wanted = new Set<string>();

  constructor(book: Book, push: (messages: Push[]) => void) {
    book.listen((event) => {
      const targets = [event.sheetId, wholeWorkbook];
      const heard = targets.filter((target) => this.wanted.has(keyOf(event.type, target)));
      if (heard.length === 0) return;
      const json = JSON.stringify(detailsOf(event));
      push(heard.map((target) => [eventCategory, eventType[event.type], target, json, 0]));
    });
  }

  add(type: BookEvent["type"], target: string): void {
    this.wanted.add(keyOf(type, target));
  }

  remove(type: BookEvent["type"], target: string): void {
    this.wanted.delete(keyOf(type, target));
  }
}

const keyOf = (type: string, target: string) => `${type} ${target}`;

function detailsOf({ type, sheetId, rect }: BookEvent): object {
  const address = formatAddress(rect);
  if (type === "changed") {
    return {
      changeType: "RangeEdited",
      changeDirectionState: null,
      source: "Local",
      worksheetId: sheetId,
      address,
      shiftDirection: "None",
      triggerSource: "Unknown",
    };
  }
  return type === "selected" ? { worksheetId: sheetId, address } : { worksheetId: sheetId };
}
