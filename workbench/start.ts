// npm start: Excel with the add-in where Excel can exist, the workbench elsewhere
import { serveWorkbench } from "./serve-workbench";
import { excelRunsHere, startExcel } from "./start-excel";

if (excelRunsHere()) startExcel("manifest.xml");
else await serveWorkbench(process.argv.slice(2));
