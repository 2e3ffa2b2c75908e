import { data } from "./data";
import { folded } from "../calculator/folded";

const { short } = data.words.names;

/** What part titles and people run together or take apart, and how the catalog writes it. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\((?:r|tm)\)/g, " "],
  [/client access licen[cs]es?/g, " cal "],
  [/data cent(?:er|re)/g, "datacenter"],
  [/\b64[- ]bit\b/g, "64bit"],
  [/service pack/g, "sp"],
  [/(?:win)?rmtdsktpsrvcs|terminal serv(?:er|ices)|remote desktop(?: services)?/g, " rds "],
  [/winsvr/g, "windows server "],
  [/(std|standard|dc|datacenter)core\b/g, "$1 core"],
  [/(usr|user|dvc|device)(cals?)\b/g, "$1 $2"],
  [/\b(?:w|ws|win|server)?2k(\d)(?=r2|\b)/g, "200$1 "],
  [/\b(?:w|ws|win|server)?2k(\d\d)/g, "20$1 "],
  [/\b(?:w|ws|win)(\d\d)(?!\d)/g, "windows server 20$1 "],
  [/\bw(\d{4})/g, "windows server $1"],
  [/([a-z])(\d{4})/g, "$1 $2"],
  [/(\d{4})([a-z])/g, "$1 $2"],
  [/\bsp(\d)/g, "sp $1"],
  [/(\d)(core|cpu|proc|vm|pk|clt|cals?\b)/g, "$1 $2"],
  [/\br\s*2(?!\d)/g, "r2 "],
];

/** "2012+" and ">= 2012" mean more than one version, so these signs are words that no product has. */
const signs = /[+<>=≠≤≥]/g;
const separators = /[^\p{L}\p{N}+<>=≠≤≥]+/u;

/** A name in words: lower case, short forms spelled out, "2012r2" and "ws2012" taken apart. */
export function wordsOf(name: string): readonly string[] {
  const spelled = spellings.reduce(
    (text, [written, meant]) => text.replace(written, meant),
    folded(name.replace(/[®™]/g, " ")),
  );
  const words = spelled.replace(signs, " $& ").split(separators);
  return words.filter(Boolean).flatMap((word) => short[word] ?? [word]);
}

/** The words of a name that matter, each once. */
export const mattering = (
  words: readonly string[],
  ignore: ReadonlySet<string>,
): ReadonlySet<string> => new Set(words.filter((word) => !ignore.has(word)));

/** The years among the words of a name: "2012 and 2012 R2" means two versions. */
export const yearsIn = (words: readonly string[]): readonly string[] =>
  words.filter((word) => /^\d{4}$/.test(word));
