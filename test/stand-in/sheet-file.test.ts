import { rowsOfCsv } from "../../workbench/sheet-file";
import { textOfFile } from "../../workbench/text-file";

test("a CSV file: numbers and truth values are typed, all else is text", () => {
  const csv = 'name,count\r\n"a, b",-1.5e2\r\n=1+1,TRUE\r\n@x,+y\r\n,\r\n';
  expect(rowsOfCsv(csv)).toEqual([
    ["name", "count"],
    ["a, b", -150],
    ["=1+1", true],
    ["@x", "+y"],
  ]);
});

test.each([
  ["semicolons", "Users;Devices\n1;2\n"],
  ["tabs", "Users\tDevices\n1\t2\n"],
  ["commas, under a title", "CAL groups\nUsers,Devices\n1,2\n"],
  ["semicolons, under a title and an empty line", "CAL groups\n\nUsers;Devices\n1;2\n\n"],
])("two columns divided by %s", (_, csv) => {
  expect(rowsOfCsv(csv).slice(-2)).toEqual([
    ["Users", "Devices"],
    [1, 2],
  ]);
});

test("one column is one column", () => {
  expect(rowsOfCsv("Users\n40\n")).toEqual([["Users"], [40]]);
});

const text = "größe\t😀";

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
  ["UTF-16, as Excel's Unicode Text", Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16, the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
])("a file in %s", (_, file) => {
  expect(textOfFile(file)).toBe(text);
});

test.each([
  ["Latin-1", Buffer.from("größe", "latin1")],
  ["UTF-16 without a mark", Buffer.from("Users", "utf16le")],
])("a file in %s is refused, not misread", (_, file) => {
  expect(() => textOfFile(file)).toThrow("UTF-8");
});
