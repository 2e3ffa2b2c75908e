// Node reads the data files as webpack does: YAML as a value, CSV as text.
import { register } from "node:module";

register(
  `data:text/javascript,${encodeURIComponent(`
    import { readFile } from "node:fs/promises";
    import { parse } from ${JSON.stringify(import.meta.resolve("yaml"))};
    export async function load(url, context, next) {
      if (!/\\.(yaml|csv)$/.test(url)) return next(url, context);
      const text = await readFile(new URL(url), "utf8");
      const value = url.endsWith(".yaml") ? parse(text) : text;
      const source = "export default " + JSON.stringify(value);
      return { format: "module", source, shortCircuit: true };
    }
  `)}`,
);
