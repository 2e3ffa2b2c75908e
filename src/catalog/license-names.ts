import { calProducts, calSuites } from "./catalog";
import { data } from "./data";
import {
  calNamed,
  meantBy,
  named,
  notInCatalog,
  productNamed,
  shortened,
  versionIn,
} from "./names";
import { rdsCalOf, rdsFamily } from "./session-host";
import { wordsOf } from "./words-of-a-name";
import type { OwnedLicense } from "../calculator/owned-license";
import { Problem } from "../calculator/problem";
import type { Cal, CalType } from "../calculator/product";
import type { LicenseServer } from "../calculator/rds-license-server";

const { ignoredInSuites, assurance } = data.words.names;
const ignored = new Set([...ignoredInSuites, ...assurance.words, ...assurance.without]);
const suiteNames = named(calSuites, data.calSuites, ignored);

/** The CAL or the suite a person means: “2022 RDS User CAL”, “Core CAL Suite with SA”, “M365 E3”. */
export function licenseNamed(name: string): OwnedLicense {
  const words = wordsOf(name);
  const type = typeIn(words);
  const [suite, ...others] = meantBy(words, suiteNames, ignored);
  if (!suite || others.length > 0) return { cal: calNamed(name), type };
  const has = (list: readonly string[]) => list.some((word) => words.includes(word));
  return { suite, type, assured: has(assurance.words) && !has(assurance.without) };
}

/** The RDS CAL a person means. */
export function rdsCalNamed(name: string): Cal {
  const cal = calNamed(name);
  if (cal.family === rdsFamily) return cal;
  throw new Problem(
    "not-in-catalog",
    `RDS CAL “${shortened(name)}” is not an RDS CAL. Give one, such as “Windows Server 2022 RDS CAL”.`,
  );
}

/** The license server a person means by its version, or by its edition of Windows Server. */
export function licenseServerNamed(name: string): LicenseServer {
  const version = versionIn(name) ?? editionVersion(name);
  const newest = version && rdsCalOf(version, calProducts);
  if (newest) return { name: `Windows Server ${version}`, newest };
  const servers = data.versions.map(({ version }) => ({ name: `Windows Server ${version}` }));
  throw notInCatalog("License server", name, servers, "Give a version of Windows Server.");
}

function editionVersion(name: string): string | undefined {
  try {
    const { family, version } = productNamed(name);
    return family === "Windows Server" ? version : undefined;
  } catch (trouble) {
    if (trouble instanceof Problem) return undefined;
    throw trouble;
  }
}

function typeIn(words: readonly string[]): CalType | undefined {
  const user = words.includes("user");
  if (user === words.includes("device")) return undefined;
  return user ? "User" : "Device";
}
