import JSZip from "jszip";
import { BadFile, damaged } from "./bad-file";
import { named, readTree } from "./xml-tree";

/** A part of a package, its content type, and what it holds. */
export interface PackagePart {
  path: string;
  contentType: string | undefined;
  bytes: Uint8Array;
}

export interface Relationship {
  id: string;
  type: string;
  /** The path of the part it leads to, or an address outside the file. */
  target: string;
  isExternal: boolean;
}

/** More than any workbook of licenses holds; a zip of a few kilobytes can unpack to gigabytes. */
const mostBytes = 256 * 1024 * 1024;
const mostParts = 10000;

/** The parts of an xlsx file, unpacked when they are asked for, and never beyond a limit. */
export class PackageParts {
  private readonly entries = new Map<string, JSZip.JSZipObject>();
  private unpacked = 0;
  private types: { defaults: Map<string, string>; overrides: Map<string, string> } | undefined;

  private constructor(readonly zip: JSZip) {
    const files = Object.values(zip.files).filter(({ dir }) => !dir);
    if (files.length > mostParts) throw new BadFile(`holds more than ${mostParts} parts`);
    // names of parts are told apart without their case
    files.forEach((entry) => this.entries.set(entry.name.toLowerCase(), entry));
  }

  static async open(file: Uint8Array): Promise<PackageParts> {
    refuseOthers(file);
    try {
      return new PackageParts(await JSZip.loadAsync(file));
    } catch (problem) {
      if (problem instanceof BadFile) throw problem;
      throw damaged("the zip around its parts cannot be read");
    }
  }

  get paths(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  async bytes(path: string): Promise<Uint8Array> {
    const entry = this.entries.get(path.toLowerCase());
    if (!entry) throw damaged(`the part ${path} is missing`);
    return this.unpack(entry);
  }

  async text(path: string): Promise<string> {
    const bytes = await this.bytes(path);
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0;
    try {
      return new TextDecoder(isWide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw damaged(`the part ${path} is no text`);
    }
  }

  async relationships(path: string): Promise<Relationship[]> {
    const [, folder = "", name = path] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
    const file = `${folder}_rels/${name}.rels`;
    if (!this.has(file)) return [];
    return named(readTree(await this.text(file)), "Relationship").map(({ attributes }) => {
      const isExternal = attributes.TargetMode === "External";
      const target = attributes.Target ?? "";
      return {
        id: attributes.Id ?? "",
        type: attributes.Type ?? "",
        target: isExternal ? target : resolved(folder, target),
        isExternal,
      };
    });
  }

  async contentType(path: string): Promise<string | undefined> {
    this.types ??= await this.contentTypes();
    const extension = /\.([^./]*)$/.exec(path)?.[1] ?? "";
    return (
      this.types.overrides.get(`/${path}`.toLowerCase()) ??
      this.types.defaults.get(extension.toLowerCase())
    );
  }

  /** A part, its relationships, and all that they lead to; the first is the one that was asked for. */
  async reachedFrom(start: string): Promise<PackagePart[]> {
    const found = new Set([start]);
    for (const path of found) {
      const [, folder = "", name = path] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
      const relationships = `${folder}_rels/${name}.rels`;
      if (!this.has(relationships)) continue;
      found.add(relationships);
      for (const { target, isExternal } of await this.relationships(path)) {
        if (!isExternal && this.has(target)) found.add(target);
      }
    }
    return Promise.all(
      [...found].map(async (path) => ({
        path,
        contentType: path.endsWith(".rels") ? undefined : await this.contentType(path),
        bytes: await this.bytes(path),
      })),
    );
  }

  private async contentTypes() {
    const tree = readTree(await this.text("[Content_Types].xml"));
    const mapOf = (name: string, key: string) =>
      new Map(
        named(tree, name).map(({ attributes }) => [
          (attributes[key] ?? "").toLowerCase(),
          attributes.ContentType ?? "",
        ]),
      );
    return { defaults: mapOf("Default", "Extension"), overrides: mapOf("Override", "PartName") };
  }

  /** A zip says how large its parts are, and may lie: what comes out is counted. */
  private unpack(entry: JSZip.JSZipObject): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Uint8Array[] = [];
      const stream = (entry as unknown as Streamed).internalStream("uint8array");
      stream.on("data", (chunk) => {
        this.unpacked += chunk.length;
        if (this.unpacked <= mostBytes) {
          chunks.push(chunk);
          return;
        }
        stream.pause();
        reject(new BadFile("unpacks to more than 256 MB, which no workbook of this kind needs"));
      });
      stream.on("error", () => reject(damaged(`the part ${entry.name} cannot be unpacked`)));
      stream.on("end", () => resolve(joined(chunks)));
      stream.resume();
    });
  }
}

/** JSZip describes this of its entries, but does not type it. */
interface Streamed {
  internalStream(type: "uint8array"): {
    on(event: "data", listener: (chunk: Uint8Array) => void): void;
    on(event: "error" | "end", listener: () => void): void;
    pause(): void;
    resume(): void;
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** `../tables/table1.xml`, seen from a folder; a leading slash is the root. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

const startsWith = (file: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, index) => file[index] === byte);

/** What people have instead of an xlsx file. */
function refuseOthers(file: Uint8Array): void {
  if (file.length === 0) throw new BadFile("is empty");
  if (file.length > mostBytes) throw new BadFile("is larger than 256 MB");
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) {
    const text = new TextDecoder("utf-16le").decode(file.subarray(0, file.length & ~1));
    const isLocked = text.includes("EncryptedPackage");
    throw new BadFile(
      isLocked
        ? "is encrypted; open it in Excel and save it without a password"
        : "is an Excel 97-2003 workbook (xls); open it in Excel and save it as xlsx",
    );
  }
  if (!startsWith(file, [0x50, 0x4b])) throw new BadFile("is not an xlsx workbook");
}
