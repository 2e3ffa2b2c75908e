import { Book } from "../book";
import { BookState } from "../book-state";
import { Subscriptions } from "../subscriptions";

/** What every object of the workbook needs to answer. */
export interface WorkbookContext {
  book: Book;
  state: BookState;
  events: Subscriptions;
}
