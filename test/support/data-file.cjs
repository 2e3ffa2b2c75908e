// Jest reads the data files as webpack does: YAML as a value, CSV as text.
const { parse } = require("yaml");

module.exports = {
  process: (text, path) => ({
    code: `module.exports = ${JSON.stringify({ __esModule: true, default: path.endsWith(".yaml") ? parse(text) : text })};`,
  }),
};
