import type { Day } from "../calculator/answer";

/** 1900-01-01 is day 1, and Excel counts a 1900-02-29 that never was: right from 1900-03-01 on. */
const dayBeforeExcel = days(1899, 12, 30);

/** A day as the number that a cell formatted as a date shows, in Excel's usual 1900 date system. */
export function daySerial(day: Day): number {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return days(year, month, dayOfMonth) - dayBeforeExcel;
}

/** Days since a March 1st long ago, in the Gregorian calendar. */
function days(year: number, month: number, dayOfMonth: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const leapDays =
    Math.floor(fromMarch / 4) - Math.floor(fromMarch / 100) + Math.floor(fromMarch / 400);
  // Months from March on have 31, 30, 31, 30, 31 days, again and again; February, the last, ends early.
  const daysBefore = Math.floor((((month + 9) % 12) * 153 + 2) / 5);
  return fromMarch * 365 + leapDays + daysBefore + dayOfMonth;
}
