import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the build reads. */
const inputs = [
  ...["src", "assets", "webpack", "webpack.config.js", "manifest.xml"],
  ...["package.json", "package-lock.json"],
];

/**
 * Remembers what `dist` was built from, and what was built: `npm run build` may since have written
 * it for another address.
 */
export class BuildStamp {
  private readonly file: string;

  constructor(private readonly root: string) {
    this.file = join(root, ".cache/built-from");
  }

  isCurrent(): boolean {
    const isBuilt = existsSync(join(this.root, "dist/functions.json")) && existsSync(this.file);
    return isBuilt && readFileSync(this.file, "utf8") === this.now(this.inputs());
  }

  inputs(): string {
    return this.stateOf(inputs);
  }

  /** `before` are the inputs when the build began; what changed during it was perhaps not read. */
  write(before: string): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, this.now(before));
  }

  private now(inputsState: string): string {
    return `${inputsState} ${this.stateOf(["dist"])}`;
  }

  /** Sizes and dates of files: which ones were there, and whether somebody has written them since. */
  private stateOf(paths: readonly string[]): string {
    const hash = createHash("sha256");
    const visit = (path: string) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isDirectory())
        readdirSync(path)
          .sort()
          .forEach((name) => visit(join(path, name)));
      // the acceptance workbook is made with the build, not of it
      else if (found && !path.endsWith(".xlsx"))
        hash.update(`${path}|${found.size}|${found.mtimeMs}\n`);
    };
    paths.forEach((path) => visit(join(this.root, path)));
    return hash.digest("hex");
  }
}
