// Completes the generated functions.json with what the metadata generator cannot write: the flag that
// lets error values in, the help address of each function, and the AutoComplete lists of the catalog.
// From the completed metadata it writes the help page that the addresses lead to.
import { readFileSync } from "node:fs";
import webpack from "webpack";
import { parse } from "yaml";
import { helpPage } from "./function-reference.js";

const read = (path) => parse(readFileSync(new URL(`../src/${path}`, import.meta.url), "utf8"));

export class CompleteMetadataPlugin {
  constructor({ address }) {
    this.address = address;
  }

  apply(compiler) {
    const name = "CompleteMetadataPlugin";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const generated = JSON.parse(assets["functions.json"].source().toString());
        const metadata = complete(generated, this.address);
        const source = (text) => new webpack.sources.RawSource(text);
        compilation.updateAsset("functions.json", source(JSON.stringify(metadata, null, 1)));
        compilation.emitAsset("help.html", source(helpPage(metadata)));
      });
    });
  }
}

/** The metadata as Excel reads it. Excel offers an enum's values but never checks them. */
export function complete(generated, address) {
  const enums = autoComplete(generated.functions);
  const ids = new Set(enums.map(({ id }) => id));
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    enums,
    functions: generated.functions.map((fn) => ({
      ...fn,
      helpUrl: `${address}/help.html#${fn.id.toLowerCase()}`,
      parameters: fn.parameters.map((parameter) => {
        const customEnumId = parameter.name.toUpperCase();
        return ids.has(customEnumId) ? { ...parameter, customEnumId } : parameter;
      }),
    })),
  };
}

/** The closed lists, by the name of the parameter that takes them. */
function autoComplete(functions) {
  const words = read("data/words.yaml");
  const products = read("data/products.yaml");
  const cals = read("data/cals.yaml");
  const rdsCals = cals.filter(({ additive }) => additive);
  const asked = functions.map(({ id }) => id).filter((id) => !["EXPLAIN", "WHY"].includes(id));
  const lists = {
    EDITION: products.map(({ name }) => name),
    CAL: [...cals, ...read("data/cal-suites.yaml")].flatMap(({ name, needsAssurance }) =>
      needsAssurance ? [name, `${name} with SA`] : [name],
    ),
    SESSIONHOST: sessionHosts(products).map(({ name }) => name),
    LICENSESERVER: read("data/windows-server-versions.yaml").map(
      ({ version }) => `Windows Server ${version}`,
    ),
    RDSCAL: rdsCals.map(({ name }) => name),
    CALTYPE: Object.keys(words.calTypes),
    CHANNEL: Object.keys(words.channels),
    LIMIT: Object.keys(words.limits),
    ACCESS: read("data/access-kinds.yaml").map(({ name }) => name),
    QUESTION: asked,
  };
  return Object.entries(lists).map(([id, names]) => ({
    id,
    type: "string",
    values: names.map((name) => ({ name, stringValue: name, tooltip: name })),
  }));
}

/** The products that may be session hosts, by themselves or by their edition of Windows Server. */
function sessionHosts(products) {
  const rows = read("data/session-hosts.yaml");
  const whole = (product) =>
    product.like
      ? { ...whole(products.find(({ id }) => id === product.like)), ...product }
      : product;
  return products.map(whole).filter(({ id, family, edition }) => {
    const row =
      rows.find(({ products }) => products?.includes(id)) ??
      rows.find(({ editions }) => family === "Windows Server" && editions?.includes(edition));
    return row?.value;
  });
}
