import { requirementSets } from "./host";

/** An Excel as people have it: its name, and the requirement sets that it supports. */
export interface ExcelProfile {
  readonly name: string;
  readonly sets: Readonly<Record<string, string>>;
}

/**
 * Older and newer Excels, for running the suites as one of them. Sources, read as of the commit
 * fa81c2a of OfficeDev/office-js-docs-reference (2026-08-21), in docs/requirement-sets:
 * excel/excel-api-requirement-sets.md, excel/custom-functions-requirement-sets.md and
 * common/shared-runtime-requirement-sets.md. The years are volume licenses, and what is written of a
 * version is its lowest: Excel 2019 bought in a shop may be newer. Sets that no table names, such as
 * RichApiRuntime, are those of the stand-in.
 */
export const excelProfiles: readonly ExcelProfile[] = [
  { name: "Excel 2016", sets: { ExcelApi: "1.1" } },
  { name: "Excel 2019", sets: { ExcelApi: "1.7" } },
  {
    name: "Microsoft 365, version 2002",
    sets: {
      ...requirementSets,
      ExcelApi: "1.11",
      CustomFunctionsRuntime: "1.2",
      SharedRuntime: "1.1",
    },
  },
  {
    name: "Microsoft 365, version 2008",
    sets: {
      ...requirementSets,
      ExcelApi: "1.12",
      CustomFunctionsRuntime: "1.3",
      SharedRuntime: "1.1",
    },
  },
  {
    name: "Excel 2021",
    sets: {
      ...requirementSets,
      ExcelApi: "1.14",
      CustomFunctionsRuntime: "1.3",
      SharedRuntime: "1.1",
    },
  },
  {
    name: "Excel 2024",
    sets: {
      ...requirementSets,
      ExcelApi: "1.17",
      CustomFunctionsRuntime: "1.3",
      SharedRuntime: "1.2",
    },
  },
  {
    name: "Microsoft 365, version 2509",
    sets: {
      ...requirementSets,
      ExcelApi: "1.20",
      CustomFunctionsRuntime: "1.5",
      SharedRuntime: "1.2",
    },
  },
  {
    name: "Excel on the web",
    sets: {
      ...requirementSets,
      ExcelApi: "1.21",
      CustomFunctionsRuntime: "1.5",
      SharedRuntime: "1.2",
    },
  },
];
