/** A file that cannot be read; the message goes on after its name: "in.xlsx …". */
export class BadFile extends Error {}

export const damaged = (why: string) => new BadFile(`is damaged: ${oneLine(why)}`);

/** Some parsers tell over several lines where they stopped. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
