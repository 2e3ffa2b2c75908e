// Ranges as Excel hands them over: rows of cells, with null, "" or 0 where a cell is blank.
import { Problem } from "../src/calculator/problem";
import { counts, hosts, texts } from "../src/functions/read-range";

const hostsIn = (cells: unknown) => hosts("Hosts").read(cells);
const countsIn = (cells: unknown) => counts("vCPUs").read(cells);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble.message;
    throw trouble;
  }
  return "";
}

test.each([
  ["a number", [[3]], 3],
  ["digits kept as text", [["3"]], 3],
  ["a number that is no range", 3, 3],
  ["one name", [["HV01"]], ["HV01"]],
  ["an address, which is a name", [["10.0.0.5"]], ["10.0.0.5"]],
  ["blank", [[null]], 0],
  ["left out", undefined, 0],
  ["a column of names", [["HV01"], ["HV02"]], ["HV01", "HV02"]],
  ["names that are numbers", [[101], [102]], ["101", "102"]],
  ["blank rows", [["HV01"], [""], [null], [0], ["HV02"]], ["HV01", "HV02"]],
  ["a machine and its server", [["VM1", "HV01"], ["VM1", "HV02"], ["", ""]], ["HV01", "HV02"]], // prettier-ignore
  ["a server without its machine", [["", "HV01"], ["VM2", "HV02"]], ["HV01", "HV02"]], // prettier-ignore
])("hosts: %s", (_, cells, expected) => expect(hostsIn(cells)).toEqual(expected));

test.each([
  ["a fraction", [[2.5]], "Hosts must be a whole number, 0 or more. This cell has 2.5."],
  ["a negative number", [[-1]], "Hosts must be a whole number, 0 or more. This cell has -1."],
  ["a number two countries read in two ways", [["1,234"]], "This cell has “1,234”."],
  ["a machine without its server", [["VM1", "HV01"], ["VM2", ""]], "Hosts, row 2, has the virtual machine “VM2” without its server."], // prettier-ignore
  ["a header", [["VM", "Hyper-V host"], ["VM1", "HV01"]], "Hosts begins with a header, “Hyper-V host”. Point to the rows below it."], // prettier-ignore
  ["three columns", [["a", "b", "c"]], "This range has 3 columns."],
  ["an error", [["HV01"], [{ type: "Error", basicValue: "#REF!" }]], "Hosts, row 2, has #REF!."],
])("hosts: refuses %s", (_, cells, message) =>
  expect(refusal(() => hostsIn(cells))).toContain(message),
);

test.each([
  ["a column", [[4], [8]], [4, 8]],
  ["a row", [[4, 8]], [4, 8]],
  ["one number", 4, [4]],
  ["digits kept as text", [["4"]], [4]],
  ["blank cells", [[4], [""], [null], [0], [8]], [4, 8]],
  ["left out", undefined, []],
])("counts: %s", (_, cells, expected) => expect(countsIn(cells)).toEqual(expected));

test("texts: a blank cell keeps its place", () => {
  const read = texts("Editions").read;
  expect(read([["2022 Standard"], [null], [" 2019 Standard "]])).toEqual([
    "2022 Standard",
    "",
    "2019 Standard",
  ]);
  expect(read("2022 Standard")).toEqual(["2022 Standard"]);
  const message = refusal(() =>
    read([["2022 Standard"], [{ type: "Error", basicValue: "#REF!" }]]),
  );
  expect(message).toBe("Editions, cell 2, has #REF!. Mend that cell first.");
});

test("counts: tells which cell is wrong", () => {
  const message = refusal(() => countsIn([[4], ["many"]]));
  expect(message).toBe("vCPUs, cell 2, must be a whole number, 0 or more. This cell has “many”.");
});
