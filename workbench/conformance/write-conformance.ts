// npm run docs: writes docs/conformance.md from the scenarios and the reports of Excel.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../built-add-in";
import { conformanceDocument } from "./conformance-document";
import { savedReports } from "./reports";

writeFileSync(join(root, "docs/conformance.md"), conformanceDocument(savedReports()));
