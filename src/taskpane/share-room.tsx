import { useState } from "react";
import { Choice } from "./choice";
import { useRoomStyles } from "./room-styles";
import { ShareCommand, type Question } from "./share-command";
import {
  afterForgetting,
  afterFreeze,
  afterPreparing,
  afterRepair,
  afterThaw,
  beforeForgetting,
  beforeFreeze,
  beforePreparing,
  beforeRepair,
  beforeThaw,
  counted,
  countOf,
  hasWork,
} from "./share-texts";
import { forget, lookAtForgetting } from "../workbook/forget";
import { freeze, lookAtFreeze } from "../workbook/freeze";
import type { FreezeScope } from "../workbook/freeze-plan";
import { lookAtPreparation, prepareForSharing } from "../workbook/prepare-for-sharing";
import { lookAtRepair, repair } from "../workbook/repair";
import { lookAtThaw, thaw } from "../workbook/thaw";

const scopes: Readonly<Record<FreezeScope, string>> = {
  workbook: "The whole workbook",
  sheet: "The sheet I see",
  selection: "The selected cells",
};

const scopeChoices = Object.keys(scopes) as readonly FreezeScope[];

/** For workbooks that travel to people who do not have the add-in, and back. */
export function ShareRoom({ shown }: { shown: boolean }) {
  const styles = useRoomStyles();
  const [scope, choose] = useState<FreezeScope>("workbook");
  const [last, setLast] = useState<string>();
  const common = (command: string) => ({
    ...{ command, shown, isLast: last === command, onStart: () => setLast(command) },
  });
  return (
    <div className={styles.stack}>
      <h2 className={styles.title}>Share this workbook</h2>
      <p className={styles.text}>
        Without the add-in CALS formulas show #NAME?. Each button first says what it would do.
      </p>
      <ShareCommand
        {...common("prepare")}
        title="Prepare for sharing"
        about="Freezes the workbook, takes out what would ask for the add-in, and lists what remains."
        look={lookToPrepare}
      />
      <ShareCommand
        {...common("freeze")}
        title="Freeze"
        about="Replaces CALS formulas by their values. The workbook keeps the formulas, out of sight."
        look={() => lookToFreeze(scope)}
      >
        <Choice<FreezeScope>
          label="Where"
          value={scope}
          options={scopeChoices}
          tell={(option) => scopes[option]}
          onChange={choose}
        />
      </ShareCommand>
      <ShareCommand
        {...common("thaw")}
        title="Thaw"
        about="Brings frozen formulas back, and lists the cells that changed since."
        look={lookToThaw}
      />
      <ShareCommand
        {...common("forget")}
        title="Forget"
        about="Gives up frozen formulas whose cells were changed, moved or deleted."
        look={lookToForget}
      />
      <ShareCommand
        {...common("repair")}
        title="Repair"
        about="Enters CALS formulas again that show #NAME? or carry the prefix _xldudf_."
        look={lookToRepair}
      />
    </div>
  );
}

async function lookToFreeze(scope: FreezeScope): Promise<Question> {
  const look = await lookAtFreeze(scope);
  const count = countOf(look.sheets);
  const label = `Freeze ${counted(count, "formula")}`;
  const act = async () => afterFreeze(await freeze(scope));
  return { told: beforeFreeze(look), choices: count > 0 ? [{ label, act }] : [] };
}

async function lookToThaw(): Promise<Question> {
  const look = await lookAtThaw();
  const { changed, settings } = look;
  const count = countOf(look.sheets);
  const unchanged = {
    label: changed.length > 0 ? `Thaw ${count} unchanged` : `Thaw ${counted(count, "formula")}`,
    act: async () => afterThaw(await thaw({ changed: "keep" })),
  };
  const all = {
    label: count > 0 ? `Thaw all ${count + changed.length}` : `Thaw ${changed.length} changed`,
    act: async () => afterThaw(await thaw({ changed: "thaw", agreed: changed })),
  };
  return {
    told: beforeThaw(look),
    choices: [
      ...(count > 0 || settings > 0 ? [unchanged] : []),
      ...(changed.length > 0 ? [all] : []),
    ],
  };
}

async function lookToForget(): Promise<Question> {
  const stuck = await lookAtForgetting();
  const label = `Forget ${counted(stuck.length, "formula")}`;
  const act = async () => {
    await forget(stuck);
    return afterForgetting(stuck);
  };
  return { told: beforeForgetting(stuck), choices: stuck.length > 0 ? [{ label, act }] : [] };
}

async function lookToRepair(): Promise<Question> {
  const look = await lookAtRepair();
  const count = countOf(look.sheets);
  const label = `Repair ${counted(count, "formula")}`;
  const act = async () => afterRepair(await repair());
  return { told: beforeRepair(look), choices: count > 0 ? [{ label, act }] : [] };
}

async function lookToPrepare(): Promise<Question> {
  const look = await lookAtPreparation();
  const act = async () => afterPreparing(await prepareForSharing());
  const choices = hasWork(look) ? [{ label: "Prepare", act }] : [];
  return { told: beforePreparing(look), choices };
}
