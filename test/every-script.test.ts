// What people write in every script: names that are one whatever their writing, and numbers of all digits.
import { join } from "node:path";
import fc from "fast-check";
import { folded } from "../src/calculator/folded";
import { Problem } from "../src/calculator/problem";
import { productNamed, shortened } from "../src/catalog/names";
import { questions } from "../src/functions/questions";
import { price, wholeNumber } from "../src/functions/read-cell";
import { builtFiles } from "./support/built-files";

/** All of Unicode, and what breaks programs: half characters, marks, joiners, writing from the right. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0xd800, max: 0xdfff }).map((half) => String.fromCharCode(half)),
    fc.constantFrom("İ", "ı", "ß", "ẞ", "ς", "\u0307", "\u200d", "\u200f", "\u202e", "\u00a0"),
    fc.constantFrom("👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "٤", "４", "日本", "مجموعة", "'", '"', "!", "[", "\n"),
  ),
});

const refusal = (ask: () => unknown): Problem => {
  try {
    ask();
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble;
    throw trouble;
  }
  throw new Error("It was answered.");
};

describe("a name", () => {
  const letters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter));

  test("is one in capitals and small letters, with its accents on it or behind it, in every script", () => {
    const apart = letters.filter((letter) => {
      const writings = [letter.toUpperCase(), letter.toLowerCase(), letter.normalize("NFD")];
      return writings.some((writing) => folded(writing) !== folded(letter));
    });
    expect(apart).toEqual([]);
  });

  test("stays apart from every other name", () => {
    // Letters that have no other writing: no small one, no wide one, none in parts.
    const plain = letters.filter(
      (letter) => folded(letter) === letter && letter.normalize("NFD") === letter,
    );
    const word = fc.array(fc.nat(plain.length - 1), { minLength: 1, maxLength: 6 }).map((places) =>
      places
        .map((place) => plain[place])
        .join("")
        .normalize("NFC"),
    );
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(folded(a) === folded(b)).toBe(a === b);
      }),
    );
  });

  test.each([
    ["Straße", "STRASSE"],
    ["İSTANBUL", "istanbul"],
    ["ISPARTA", "ısparta"],
    ["Ｓｅｒｖｅｒ－１", "server-1"],
    ["Sales – East", "sales - east"],
    ["Sales\u00a0 East", "Sales East"],
    ["srv1\u200b", "\u200esrv1"],
    ["Ångström", "A\u030angstro\u0308m"],
  ])("“%s” is “%s”", (a, b) => expect(folded(a)).toBe(folded(b)));

  test.each([
    ["Zürich", "Zurich"],
    ["می‌خواهم", "میخواهم"],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
    ["👩‍👧", "👩👧"],
    ["ש", "שׁ"],
    ["A-1", "A1"],
  ])("“%s” is not “%s”", (a, b) => expect(folded(a)).not.toBe(folded(b)));
});

describe("an edition", () => {
  test.each([
    "WİNDOWS SERVER 2012 STANDARD",
    "wındows server 2012 standard",
    "WI\u0307NDOWS SERVER 2012 STANDARD",
    "windows server 2012 standard".toLocaleUpperCase("tr"),
    "Windows Server ２０１２ Ｓｔａｎｄａｒｄ",
    "Windows Server ٢٠١٢ Standard",
    "Windows Server ۲۰۱۲ Standard",
    "\u200fWindows\u00a0Server 2012 Standard\u200f",
  ])("“%s” is found", (written) => {
    expect(productNamed(written).name).toBe("Windows Server 2012 Standard");
  });

  test("keeps its characters whole where a message cuts it short", () => {
    expect(shortened("😀".repeat(200))).toBe(`${"😀".repeat(80)}…`);
  });
});

describe("Turkish words of closed lists", () => {
  test.each([
    ["DEVİCE", 25],
    ["DEVICE", 25],
    ["devıce", 25],
  ])("the CAL type %s", (calType, count) => {
    expect(questions.REQUIRED.ask(["2022 Standard", 40, 25, calType]).value).toBe(count);
  });

  test("headers of a table", () => {
    const groups = [
      ["GROUP", "EDİTİON", "USERS", "DEVİCES"],
      ["İzmir", "2022 Standard", "٤٠", 25],
    ];
    expect(questions.PLAN.ask([groups]).value).toMatchObject([{ group: "İzmir", required: 25 }]);
  });

  test("kinds of access", () => {
    expect(questions.NEEDED.ask(["NETWORK PRİNTER", 3]).value).toBe(3);
  });
});

describe("a number in a text", () => {
  const users = wholeNumber("Users");

  test.each([
    ["٤٠", 40],
    ["۴۰", 40],
    ["４０", 40],
    ["\u200e40\u202c", 40],
    ["\u00a040 ", 40],
  ])("“%s” is read", (written, count) => expect(users.read(written)).toBe(count));

  // Each of them is a thousand and more to some readers, and hardly more than one to others.
  test.each(["1.000", "1.234", "1,5", "1,234", "1'234", "1 234", "١٬٢٣٤", "1.234,5", "4²", "१२"])(
    "“%s” is refused",
    (written) => {
      for (const argument of [users, price("User price")])
        expect(refusal(() => argument.read(written)).message).toContain(`“${written}”`);
    },
  );

  test("is told how to be written", () => {
    expect(refusal(() => users.read("1.000")).message).toBe(
      "Users must be a whole number, 0 or more. This cell has “1.000”. Write numbers like 1234 or 12.50.",
    );
  });

  test("may have cents", () => {
    expect(price("User price").read("12.50")).toBe(12.5);
    expect(price("User price").read("٥٢.٠٠")).toBe(52);
  });
});

describe("physical servers", () => {
  const connectors = (hosts: unknown) => questions.CONNECTORS.ask([hosts]).value;
  const column = (...names: string[]) => names.map((name) => [name]);

  test("are counted once, however their names are written", () => {
    expect(connectors(column("SRV-1", "srv-1 ", "\u00a0Srv–1", "ＳＲＶ-1", "srv-1\u200b"))).toBe(1);
    expect(connectors(column("Köln", "KO\u0308LN", "köln"))).toBe(1);
    expect(connectors(column("WİN1", "win1", "WIN1"))).toBe(1);
  });

  test("are as many as their names, in every script", () => {
    expect(
      connectors(column("サーバー1", "サーバー2", "сервер", "خادم", "服务器", "😀", "😁")),
    ).toBe(7);
  });

  test("a cell that shows nothing is blank", () => {
    expect(connectors(column("SRV-1", "\u200b", "\u200f "))).toBe(1);
  });

  test.each([
    ["٤٠", 40],
    ["４０", 40],
    ["\u200e40", 40],
    ["10.0.0.1", 1],
  ])("“%s” in one cell are %d", (written, count) => expect(connectors(written)).toBe(count));

  test.each(["1 000", "1.000", "1'000", "١٬٠٠٠", "1,000"])("“%s” is no name", (written) => {
    expect(refusal(() => connectors(written)).message).toContain("must be a whole number");
  });
});

test("groups are one whatever their writing, and shown as they were written first", () => {
  const rows = (...names: string[]) => [
    ["Group", "Edition", "Users", "Devices"],
    ...names.map((name) => [name, "2022 Standard", 40, 25]),
  ];
  const { value } = questions.PLAN.ask([
    rows("Straße", "STRASSE", "日本", "Ispanak", "ıspanak", "مجموعة ٤", "مجموعة 4"),
  ]);
  expect(value.map(({ group }) => group)).toEqual([...["Straße", "日本", "Ispanak", "مجموعة ٤"]]);
});

describe("any text at all", () => {
  const names = Object.keys(questions) as (keyof typeof questions)[];
  const header = ["Group", "Edition", "Users", "Devices", "CAL", "CAL type", "Quantity"];

  test("in every argument is answered, or refused in words", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(anyText, { minLength: 7 }), (name, texts) => {
        const { labels, ask } = questions[name];
        const cells = labels.map((label, i) =>
          /^(Groups|Owned)$/.test(label) && name !== "TOBUY"
            ? [header, [texts[0], "2022 Standard", 4, 2, "2022 CAL", "User", 3], texts]
            : /^(Hosts|Editions|vCPUs)$/.test(label)
              ? texts.map((text) => [text])
              : texts[i % texts.length],
        );
        try {
          expect(ask(cells).because.length).toBeGreaterThan(0);
        } catch (trouble) {
          if (!(trouble instanceof Problem)) throw trouble;
          expect(trouble.message).not.toBe("");
          // A message never cuts a character in half that was whole.
          if (texts.every(isWhole)) expect(isWhole(trouble.message)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const isWhole = (text: string) => !/\p{Cs}/u.test(text);
});

test("nothing in the code depends on the language of the computer", () => {
  const telling =
    /formulasLocal|numberFormatLocal|formulaLocal|localeCompare|toLocale(?:Upper|Lower)|toLocale\w*\((?!"en-US")|Intl\.\w+\((?!"en-US")|\.(?:sort|toSorted)\(\)/;
  const code = [...builtFiles(join(__dirname, "../src"))].filter(([path]) => /\.tsx?$/.test(path));
  expect(code.length).toBeGreaterThan(100);
  expect(code.filter(([, text]) => telling.test(text)).map(([path]) => path)).toEqual([]);
});
