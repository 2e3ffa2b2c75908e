import type { Family, Seen } from "../scenario";
import { place, type Ground } from "../ground";

const readRule = (ground: Ground, address: string) =>
  ground.run(async (sheet, context) => {
    const { dataValidation } = sheet.getRange(address);
    dataValidation.load("rule,type,ignoreBlanks,errorAlert,prompt");
    await context.sync();
    const { rule, type, ignoreBlanks, errorAlert, prompt } = dataValidation;
    return { rule, type, ignoreBlanks, errorAlert, prompt } as unknown as Seen;
  });

const giveRule = (ground: Ground, address: string, rule: Excel.DataValidationRule) =>
  ground.run((sheet) => {
    sheet.getRange(address).dataValidation.rule = rule;
  });

const ruleTypes = (ground: Ground, ...addresses: string[]) =>
  ground.run(async (sheet, context) => {
    const rules = addresses.map((address) => sheet.getRange(address).dataValidation);
    rules.forEach((rule) => rule.load("type"));
    await context.sync();
    return rules.map(({ type }) => type as string | null);
  });

export const entryRules: Family = {
  about: "Rules for entries, and colors by rule",
  scenarios: [
    {
      name: "no-rule",
      asks: "What is read as the rule of cells that have none?",
      needs: "1.8",
      emulated: {
        sees: {
          rule: {},
          type: "None",
          ignoreBlanks: true,
          errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
          prompt: { message: "", showPrompt: true, title: "" },
        },
      },
      run: (ground) => readRule(ground, "A1"),
    },
    {
      name: "list-rule",
      asks: "Does a drop-down list come back as it was written?",
      needs: "1.8",
      emulated: {
        sees: {
          rule: { list: { inCellDropDown: true, source: "User,Device" } },
          type: "List",
          ignoreBlanks: true,
          errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
          prompt: { message: "", showPrompt: true, title: "" },
        },
      },
      run: async (ground) => {
        await giveRule(ground, "A1", { list: { inCellDropDown: true, source: "User,Device" } });
        return readRule(ground, "A1");
      },
    },
    {
      name: "list-rule-of-cells",
      asks: "And one that is read from cells, given as a formula?",
      needs: "1.8",
      emulated: {
        sees: {
          rule: { list: { inCellDropDown: true, source: "=$C$1:$C$2" } },
          type: "List",
          ignoreBlanks: true,
          errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
          prompt: { message: "", showPrompt: true, title: "" },
        },
      },
      run: async (ground) => {
        await ground.put("C1:C2", [["User"], ["Device"]]);
        await giveRule(ground, "A1", { list: { inCellDropDown: true, source: "=$C$1:$C$2" } });
        return readRule(ground, "A1");
      },
    },
    {
      name: "list-too-long",
      asks: "With which code does Excel refuse a typed list of more than 255 characters?",
      needs: "1.8",
      emulated: { sees: "InvalidArgument" },
      run: (ground) =>
        ground.refusal((sheet) => {
          const source = Array.from({ length: 40 }, (_, i) => `Number ${i}`).join(",");
          sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source } };
        }),
    },
    {
      name: "number-rule",
      asks: "Do a whole number's rule, its message and its prompt come back as they were written?",
      needs: "1.8",
      emulated: {
        sees: {
          rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
          type: "WholeNumber",
          ignoreBlanks: true,
          errorAlert: {
            message: "A whole number.",
            showAlert: true,
            style: "Warning",
            title: "Users",
          },
          prompt: { message: "How many?", showPrompt: true, title: "Users" },
        },
      },
      run: async (ground) => {
        await ground.run((sheet) => {
          const { dataValidation } = sheet.getRange("A1");
          dataValidation.rule = {
            wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" },
          };
          dataValidation.prompt = { message: "How many?", showPrompt: true, title: "Users" };
          dataValidation.errorAlert = {
            message: "A whole number.",
            showAlert: true,
            style: "Warning",
            title: "Users",
          };
        });
        return readRule(ground, "A1");
      },
    },
    {
      name: "mixed-rules",
      asks: "What is read of cells where some have a rule and others have none, or another?",
      needs: "1.8",
      emulated: { sees: ["List", "Custom", "Inconsistent", "MixedCriteria", "None"] },
      run: async (ground) => {
        await giveRule(ground, "A1", { list: { inCellDropDown: true, source: "User,Device" } });
        await giveRule(ground, "A2", { custom: { formula: "=A2>0" } });
        return ruleTypes(ground, "A1", "A2", "A1:A2", "A1:A9", "B1");
      },
    },
    {
      name: "rules-do-not-bind-add-ins",
      asks: "May an add-in write what a rule forbids?",
      needs: "1.8",
      emulated: { sees: [["Printer"]] },
      run: async (ground) => {
        await giveRule(ground, "A1", { list: { inCellDropDown: true, source: "User,Device" } });
        await ground.put("A1", [["Printer"]]);
        return ground.look("A1", "values");
      },
    },
    {
      name: "rules-cleared",
      asks: "Does clear take rules away, of everything, of contents, of formats?",
      needs: "1.8",
      emulated: { sees: ["List", "List", "None"] },
      run: async (ground) => {
        const list = { list: { inCellDropDown: true, source: "User,Device" } };
        await giveRule(ground, "A1:A3", list);
        await ground.run((sheet) => {
          sheet.getRange("A1").clear("Contents");
          sheet.getRange("A2").clear("Formats");
          sheet.getRange("A3").clear();
        });
        return ruleTypes(ground, "A1", "A2", "A3");
      },
    },
    {
      name: "rules-found",
      asks: "Which cells are found as those with rules?",
      needs: "1.9",
      emulated: { sees: { found: "B2:B3", none: true } },
      run: async (ground) => {
        await giveRule(ground, "B2:B3", { list: { inCellDropDown: true, source: "User,Device" } });
        return ground.run(async (sheet, context) => {
          const type = Excel.SpecialCellType.dataValidations;
          const [found, none] = ["A1:C9", "D1:D9"].map((at) =>
            sheet.getRange(at).getSpecialCellsOrNullObject(type),
          );
          found!.load("address");
          await context.sync();
          return { found: place(found!.address), none: none!.isNullObject };
        });
      },
    },
    {
      name: "color-rule",
      asks: "Does the formula of a color rule come back, and does it move with inserted rows?",
      needs: "1.6",
      emulated: {
        sees: { before: ["Custom", "A2:A3", "=$B2>0"], after: ["Custom", "A2:A3", "=$B2>0"] },
      },
      run: async (ground) => {
        await ground.run((sheet) => {
          const format = sheet.getRange("A2:A3").conditionalFormats.add("Custom");
          format.custom.rule.formula = "=$B2>0";
        });
        const read = () =>
          ground.run(async (sheet, context) => {
            const formats = sheet.getRange("A1:A9").conditionalFormats;
            formats.load("items/type");
            await context.sync();
            const [first] = formats.items;
            if (!first) return null;
            const range = first.getRange();
            range.load("address");
            first.custom.rule.load("formula");
            await context.sync();
            return [first.type, place(range.address), first.custom.rule.formula];
          });
        const before = await read();
        await ground.run((sheet) => {
          sheet.getRange("1:1").insert("Down");
        });
        return { before, after: await read() };
      },
    },
  ],
};
