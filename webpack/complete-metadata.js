// Completes the generated functions.json with what the metadata generator cannot write: the flag that
// lets error values in, the help address of each function, and the AutoComplete lists of the catalog.
import { readFileSync } from "node:fs";
import webpack from "webpack";
import { parse } from "yaml";

const data = (file) => parse(readFileSync(new URL(`../src/data/${file}`, import.meta.url), "utf8"));

export class CompleteMetadataPlugin {
  constructor({ address }) {
    this.address = address;
  }

  apply(compiler) {
    const name = "CompleteMetadataPlugin";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const metadata = JSON.parse(assets["functions.json"].source().toString());
        const text = JSON.stringify(complete(metadata, this.address), null, 1);
        compilation.updateAsset("functions.json", new webpack.sources.RawSource(text));
      });
    });
  }
}

/** The metadata as Excel reads it. Excel shows an enum's values but never checks them. */
export function complete(metadata, address) {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((fn) => ({
      ...fn,
      helpUrl: `${address}/help.html#${fn.id.toLowerCase()}`,
    })),
  };
}
void data;
