import fc from "fast-check";
import { freeDefinedName, freeHeader, freeSheetName } from "../../src/workbook/free-name";

/** Text of any script, and what people, files and attackers may call something. */
const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.constantFrom(
    ...[
      "",
      " ",
      "=1+1",
      "A1",
      "xfd1048576",
      "R",
      "c",
      "RC",
      "R1C1",
      "Z1S1",
      "Ａ１",
      "TRUE",
      "2025",
    ],
    ...["History", "history", "'a'", "'", "a:b", "Preise ［１］", "_xlnm.Print_Area", "Auto_Open"],
    ...[
      "İstanbul",
      "ısı",
      "ΟΔΟΣ",
      "Straße",
      "𠮷野家",
      "قائمة الأسعار",
      "ราคา",
      "\uD83D",
      "a\uDC00b",
    ],
  ),
  fc.nat(40).map((length) => "x".repeat(230 + length) + "𠮷"),
);

const isWellFormed = (text: string) => !/\p{Cs}/u.test(text);

/** As Excel compares, in English and in Turkish. */
const isTaken = (name: string, taken: readonly string[]) =>
  taken.some((other) =>
    ["en", "tr"].some((locale) => {
      const alike = (fold: "toLocaleLowerCase" | "toLocaleUpperCase") =>
        other[fold](locale) === name[fold](locale);
      return alike("toLocaleLowerCase") || alike("toLocaleUpperCase");
    }),
  );

const kinds = {
  defined: {
    make: freeDefinedName,
    longest: 255,
    // support.microsoft.com, "Names in formulas": syntax rules for names
    accepted: (name: string) =>
      /^[\p{L}_][\p{L}\p{M}\p{Nd}._]*$/u.test(name) &&
      !/^([a-z]{1,3}\d+|r\d*(c\d*)?|c\d*|true|false)$/i.test(name.normalize("NFKC")),
  },
  sheet: {
    make: freeSheetName,
    longest: 31,
    // support.microsoft.com, "Rename a worksheet"
    accepted: (name: string) =>
      name.trim() !== "" && !/[:\\/?*[\]\p{Cc}]|^'|'$|^history$/iu.test(name),
  },
  header: { make: freeHeader, longest: 255, accepted: () => true },
};

test.each(Object.entries(kinds))(
  "any wanted text becomes a %s name that Excel takes",
  (_, kind) => {
    fc.assert(
      fc.property(anyName, fc.array(anyName, { maxLength: 4 }), (wanted, others) => {
        const first = kind.make(wanted, others);
        const second = kind.make(wanted, [...others, first]);
        const third = kind.make(wanted, [first.toUpperCase(), second.toLowerCase()]);
        for (const name of [first, second, third]) {
          expect([name, kind.accepted(name)]).toEqual([name, true]);
          expect(name.length).toBeLessThanOrEqual(kind.longest);
          if (isWellFormed(wanted)) expect([name, isWellFormed(name)]).toEqual([name, true]);
        }
        expect(isTaken(first, others)).toBe(false);
        expect(isTaken(second, [...others, first])).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  },
);

test.each([
  ["CalsPrices", [], "CalsPrices"],
  ["Price list (2025)", [], "Price_list__2025_"],
  ["2025", [], "_2025"],
  ["A1", [], "_A1"],
  ["R1C1", ["_r1c1"], "_R1C12"],
  ["Preisliste", ["PREİSLİSTE"], "Preisliste2"],
  ["fiyatlar", ["FIYATLAR"], "fiyatlar2"],
  ["قائمة", [], "قائمة"],
])("a table wanted as “%s” beside %j is “%s”", (wanted, taken, name) => {
  expect(freeDefinedName(wanted, taken)).toBe(name);
});

test.each([
  ["History", [], "History_"],
  ["a/b:c", [], "a_b_c"],
  ["'quoted'", [], "_quoted_"],
  ["x".repeat(40), ["x".repeat(31)], `${"x".repeat(29)} 2`],
  [`${"x".repeat(30)}𠮷`, [], "x".repeat(30)],
])("a sheet wanted as “%s” beside %j is “%s”", (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});
