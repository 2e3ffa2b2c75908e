/** The marks with which a text says how it is encoded. */
const marks = [
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** The text of a file in UTF-8, or in UTF-16 with a mark, as Excel saves "Unicode Text". */
export function textOfFile(file: Uint8Array): string {
  const mark = marks.find(({ bytes }) => bytes.every((byte, index) => file[index] === byte));
  const encoding = mark?.encoding ?? "utf-8";
  // the decoder takes the mark away
  const text = decode(file, encoding);
  if (text === undefined || text.includes("\0")) {
    throw new Error("not UTF-8; in Excel, save it as CSV UTF-8");
  }
  return text;
}

function decode(file: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
