import { ApiError } from "./api-error";

/** Where Excel can be interrupted: as a request reaches it, at an action in it, as its answer goes out. */
export type Moment = "request" | "action" | "answer";

export interface Interruption {
  readonly moment: Moment;
  /** The first such moment that it meets, counted from 0, and how many one after the other. */
  readonly from: number;
  readonly times: number;
  /** Refuses by throwing an `ApiError`, or does what somebody else does at the workbook. */
  happens(): void;
}

/**
 * What may come between an add-in and its workbook, at a moment to be chosen. Without a choice nothing
 * does, and the moments are only counted.
 */
export class Interruptions {
  private counts: Record<Moment, number> = { request: 0, action: 0, answer: 0 };
  private planned: Interruption | undefined;
  /** Whether a person is typing in a cell. Requests that may wait for the end of that do so. */
  isEditing = false;

  /** Counts anew, and interrupts as told; the moments counted so far are given back. */
  plan(interruption?: Interruption): Readonly<Record<Moment, number>> {
    const { counts } = this;
    this.counts = { request: 0, action: 0, answer: 0 };
    this.planned = interruption;
    this.isEditing = false;
    return counts;
  }

  reached(moment: Moment): void {
    const at = this.counts[moment]++;
    const { planned } = this;
    if (planned?.moment !== moment) return;
    if (at >= planned.from && at < planned.from + planned.times) planned.happens();
  }

  /** A request that waits for the person ends the typing: Enter was pressed meanwhile. */
  refuseEditing(waits: boolean): void {
    if (!this.isEditing) return;
    if (waits) this.isEditing = false;
    else throw refusals.editing();
  }
}

/** What Excel says, in its own codes. */
export const refusals = {
  itemNotFound: () => new ApiError("ItemNotFound", "The requested resource doesn't exist.", 404),
  accessDenied: () =>
    new ApiError("AccessDenied", "You cannot perform the requested operation.", 403),
  internalError: () => new ApiError("GeneralException", "There was an internal error.", 500),
  editing: () =>
    new ApiError(
      "InvalidOperationInCellEditMode",
      "The operation isn't available while Excel is in Edit cell mode.",
    ),
  requestTooLarge: () =>
    new ApiError(
      "RequestPayloadSizeLimitExceeded",
      "The request payload size has exceeded the limit.",
    ),
  answerTooLarge: () =>
    new ApiError(
      "ResponsePayloadSizeLimitExceeded",
      "The response payload size has exceeded the limit.",
    ),
  busy: () => new ApiError("ActivityLimitReached", "Activity limit has been reached.", 429),
  disconnected: () => new ApiError("ConnectionFailure", "The connection failed.", 500),
} as const;
