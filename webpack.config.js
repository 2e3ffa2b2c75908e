// One entry for the add-in, so that the functions and the pane share one module graph; the pane is a
// lazy chunk. Set ADDRESS to the https address that serves dist/; the default is in package.json.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import CopyWebpackPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { parse } from "yaml";
import { CompleteMetadataPlugin } from "./webpack/complete-metadata.js";
import { publicAddress } from "./webpack/public-address.js";

const { config } = createRequire(import.meta.url)("./package.json");
const developmentAddress = `https://localhost:${config.dev_server_port}`;

/** functions.ts first, then one file for each further family of functions; Excel lists them in this order. */
const functionFiles = readdirSync("src/functions")
  .filter((file) => /(^|-)functions\.ts$/.test(file))
  .sort((a, b) => Number(b === "functions.ts") - Number(a === "functions.ts") || (a < b ? -1 : 1))
  .map((file) => `./src/functions/${file}`);

export default async (_env, { mode }) => {
  const production = mode !== "development";
  const address = production
    ? publicAddress(process.env.ADDRESS || config.address)
    : developmentAddress;
  return {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    entry: {
      addin: ["./src/taskpane/open-pane.ts", ...functionFiles],
      // For development only: asks Excel what the workbench supposes of it (npm run conformance).
      ...(!production && {
        "conformance/conformance": "./workbench/conformance/conformance-page.ts",
      }),
    },
    output: {
      clean: true,
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    performance: { hints: false },
    // Stable names would keep old parts in a cache for longer; every cell pays for them in addin.js.
    optimization: { moduleIds: "size", mangleExports: "size" },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: "ts-loader",
          options: { transpileOnly: true, onlyCompileBundledFiles: true },
        },
        { test: /\.yaml$/, type: "json", parser: { parse } },
        { test: /\.csv$/, type: "asset/source" },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({
        input: functionFiles,
        output: "functions.json",
      }),
      new CompleteMetadataPlugin({ address }),
      new HtmlWebpackPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["addin"],
        scriptLoading: "blocking",
      }),
      new CopyWebpackPlugin({
        patterns: [
          // the acceptance workbook is for whoever has the sources
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.xlsx"] } },
          { from: "webpack/_headers", to: "_headers", toType: "file" },
          ...(production
            ? []
            : [{ from: "workbench/conformance/conformance.html", to: "conformance/index.html" }]),
          {
            from: "manifest.xml",
            transform: (text) => text.toString().replaceAll(developmentAddress, address),
          },
        ],
      }),
    ],
    devServer: {
      port: config.dev_server_port,
      server: production ? "http" : await developmentServer(),
      headers: { "Access-Control-Allow-Origin": "*" },
      client: { overlay: false },
    },
  };
};

/** Trusted certificates where `npm start` has made them; else webpack-dev-server's own. */
async function developmentServer() {
  if (!process.env.WEBPACK_SERVE) return "https";
  try {
    const { getHttpsServerOptions } = createRequire(import.meta.url)("office-addin-dev-certs");
    return { type: "https", options: await getHttpsServerOptions() };
  } catch {
    return "https";
  }
}
