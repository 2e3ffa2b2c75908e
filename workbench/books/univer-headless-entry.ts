// What univer-headless.ts bundles: Univer's engine and sheets without a screen.
import { ICommandService, LocaleService, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import * as engine from "@univerjs/preset-sheets-node-core";
import locale from "@univerjs/preset-sheets-node-core/locales/en-US";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets-table/facade";
import type { UniverKit } from "./univer-kit";

export function startUniver(): UniverKit {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: locale },
    logLevel: LogLevel.SILENT,
  });
  const { plugins } = engine.UniverSheetsNodeCorePreset();
  for (const plugin of [...plugins, UniverSheetsTablePlugin]) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const injector = univer.__getInjector();
  const api = FUniver.newAPI(univer);
  const localeService = injector.get(LocaleService);
  const dispose = () => {
    univer.dispose();
    // a second after a calculation began, it still wants to tell how far that has come
    localeService.t = (key: string) => key;
  };
  return { api, injector, core: { ICommandService }, engine, dispose };
}
