// Writes help.html, to which every function's helpUrl leads: one section for each function, made from
// the very functions.json that Excel reads, so that the help cannot say something else.
import webpack from "webpack";

export class HelpPagePlugin {
  apply(compiler) {
    const name = "HelpPagePlugin";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      // After CompleteMetadataPlugin, which has the last word on functions.json.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_NONE;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        const metadata = JSON.parse(assets["functions.json"].source().toString());
        compilation.emitAsset("help.html", new webpack.sources.RawSource(helpPage(metadata)));
      });
    });
  }
}

export function helpPage({ functions, enums = [] }) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>CALS for Excel: functions</title>
    <style>
      :root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
      body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
      h2 { margin-top: 2.5rem; font: 600 1rem/1.5 Consolas, ui-monospace, monospace; overflow-wrap: anywhere; }
      section { scroll-margin-top: 1rem; }
      section:target h2 { outline: 2px solid; outline-offset: 6px; }
      dt { font-weight: 600; }
      .when { font-weight: 400; }
    </style>
  </head>
  <body>
    <h1>CALS for Excel: functions</h1>
    <p>How many Windows Server client access licenses (CALs) are needed, of which kind, and why. Parameters in [brackets] may be left out. <code>=CALS.EXPLAIN("REQUIRED", …)</code> with the arguments of any function shows the rules behind its answer.</p>
    <nav aria-label="Functions"><ul>
${functions.map((fn) => `      <li><a href="#${anchor(fn)}">CALS.${escape(fn.name)}</a></li>`).join("\n")}
    </ul></nav>
${functions.map((fn) => section(fn, enums)).join("\n")}
    <p>CALS for Excel is not affiliated with Microsoft. It is no legal advice: the license terms decide.</p>
  </body>
</html>
`;
}

/** The part of helpUrl behind the #. */
export const anchor = ({ id }) => id.toLowerCase();

function section(fn, enums) {
  const shown = fn.parameters.map((each) => {
    const name = each.repeating ? `${each.name}, …` : each.name;
    return each.optional ? `[${name}]` : name;
  });
  return `    <section id="${anchor(fn)}">
      <h2>CALS.${escape(fn.name)}(${escape(shown.join(", "))})</h2>
      <p>${escape(fn.description)}</p>
      <dl>
${fn.parameters.map((each) => parameter(each, enums)).join("\n")}
      </dl>
    </section>`;
}

function parameter({ name, description, optional, customEnumId }, enums) {
  const list = enums.find(({ id }) => id === customEnumId);
  const values = list?.values.map((each) => escape(String(each.stringValue ?? each.numberValue)));
  const choices = values
    ? `<details><summary>Names in the list</summary>${values.join("<br />")}</details>`
    : "";
  const when = optional ? ' <span class="when">(optional)</span>' : "";
  return `        <dt>${escape(name)}${when}</dt><dd>${escape(description)}${choices}</dd>`;
}

const escape = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );
