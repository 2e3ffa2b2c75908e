import {
  ICommandService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  type IUniverConfig,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import * as engine from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import coreLocale from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import validationLocale from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import "@univerjs/preset-sheets-table/lib/index.css";
import tableLocale from "@univerjs/preset-sheets-table/locales/en-US";
import type { UniverKit } from "../books/univer-kit";

/** Univer with its grid, formula bar and sheet tabs, in the page. */
export function startGrid(container: string): UniverKit & { focus(): void } {
  const locales: IUniverConfig["locales"] = {
    [LocaleType.EN_US]: mergeLocales(coreLocale, validationLocale, tableLocale),
  };
  const univer = new Univer({ locale: LocaleType.EN_US, locales, logLevel: LogLevel.WARN });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
    }),
    UniverSheetsTablePreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const injector = univer.__getInjector();
  return {
    api: FUniver.newAPI(univer),
    injector,
    core: { ICommandService },
    engine,
    dispose: () => univer.dispose(),
    focus: () => injector.get(engine.ILayoutService).focus(),
  };
}
