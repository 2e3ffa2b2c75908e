// npm run workbench
import { serveWorkbench } from "./serve-workbench";

await serveWorkbench(process.argv.slice(2));
