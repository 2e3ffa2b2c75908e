import { ApiError, HostEmulationGap } from "./api-error";
import { HostCollection, HostObject } from "./host-object";
import { Interruptions } from "./interruptions";
import { callMember, readMember, updateMembers, writeMember } from "./members";
import { answerQuery } from "./rich-api-query";
import {
  Action,
  actionType,
  ArgumentInfo,
  Batch,
  BatchResult,
  ObjectPath,
  PathIds,
  pathType,
} from "./rich-api-wire";

export interface RichApiOptions {
  /** The workbook. */
  root(): HostObject;
  /** Services beside the workbook, such as the one that takes custom function results. */
  service(name: string): HostObject | undefined;
  /** Lets the engine finish, so that a formula written earlier in the batch reads as its value. */
  settle(): Promise<void>;
  /** Told about every call that the stand-in could not answer. */
  onGap(what: string): void;
  interruptions: Interruptions;
  /** Left out, Excel knows every member that the stand-in has. */
  gate?: MemberGate | undefined;
}

/** Which members this Excel knows; see older-excel.ts. */
export interface MemberGate {
  knows(object: HostObject, member: string): boolean;
  /** Throws what Excel answers where it does not know the member. */
  refuse(object: HostObject, member: string): void;
}

/** Which cells these mean is only known when formulas have spilled. */
const dependsOnResults = /Spill|UsedRange/;

type Resolve = (pathId: number | undefined) => HostObject | null;

/**
 * Executes RichApi batches. It knows nothing about Excel: it walks the object paths, runs the
 * actions against host objects, and shapes the answers that office.js expects.
 */
export class RichApi {
  private readonly tracked = new Map<string, HostObject>();
  private nextReference = 1;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RichApiOptions) {}

  /** One batch at a time, in the order in which they came, as Excel does. */
  execute(batch: Batch, waitsForEditing = false): Promise<BatchResult> {
    const result = this.queue.then(() => this.executeUninterrupted(batch, waitsForEditing));
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** A batch may be refused as a whole, and its answer may be lost when all is done. */
  private async executeUninterrupted(batch: Batch, waitsForEditing: boolean): Promise<BatchResult> {
    const { interruptions } = this.options;
    try {
      interruptions.reached("request");
      interruptions.refuseEditing(waitsForEditing);
      const answer = await this.executeNow(batch);
      interruptions.reached("answer");
      return answer;
    } catch (problem) {
      return { Results: [], TraceIds: [], Error: this.told(problem, 0, undefined) };
    }
  }

  private async executeNow(batch: Batch): Promise<BatchResult> {
    const paths = batch.ObjectPaths ?? {};
    const resolved = new Map<number, HostObject | null>();
    const resolve: Resolve = (id) => {
      if (id === undefined) return null;
      const known = resolved.get(id);
      if (known !== undefined) return known;
      const object = this.resolvePath(paths[id]!, resolve);
      resolved.set(id, object);
      return object;
    };
    const answer: BatchResult = { Results: [], TraceIds: [] };
    for (const [index, action] of (batch.Actions ?? []).entries()) {
      try {
        this.options.interruptions.reached("action");
        const pathName = paths[action.ObjectPathId]?.Name ?? "";
        const value = await this.run(action, pathName, resolve, answer);
        if (value !== undefined) answer.Results.push({ ActionId: action.Id, Value: value });
      } catch (problem) {
        // Excel does not roll back: what came before stays, what comes after does not run.
        const path = paths[action.ObjectPathId];
        const isNew = action.ActionType === actionType.instantiate;
        answer.Error = this.told(problem, index, isNew ? path?.Name : action.Name || path?.Name);
        break;
      }
    }
    await this.options.settle();
    return answer;
  }

  private told(problem: unknown, index: number, location: string | undefined) {
    const { code, message, httpStatusCode } = this.toApiError(problem);
    return {
      ...{ Code: code, Message: message, HttpStatusCode: httpStatusCode },
      ...{ ActionIndex: index, Location: location },
    };
  }

  /** Anything but a decided answer is a gap or a mistake of ours: both must be loud. */
  private toApiError(problem: unknown): ApiError {
    if (problem instanceof ApiError) return problem;
    const error = problem instanceof Error ? problem : new Error(String(problem));
    this.options.onGap(error.message);
    const isGap = error instanceof HostEmulationGap;
    return new ApiError(isGap ? "HostEmulationGap" : "GeneralException", error.message, 500);
  }

  private resolvePath(path: ObjectPath, resolve: Resolve): HostObject | null {
    switch (path.ObjectPathType) {
      case pathType.root:
        return this.options.root();
      case pathType.service: {
        const service = this.options.service(path.Name);
        if (!service) throw new HostEmulationGap(`service ${path.Name}`);
        return service;
      }
      case pathType.reference: {
        const object = this.tracked.get(path.Name);
        if (object) return object;
        const text = "This reference is not valid for the current operation.";
        throw new ApiError("InvalidReference", text);
      }
      case pathType.nullObject:
        return null;
    }
    const parent = resolve(path.ParentObjectPathId);
    if (parent === null) return null; // what hangs on a null object is a null object
    const args = argumentsOf(path.ArgumentInfo, resolve);
    if (path.Name) this.options.gate?.refuse(parent, path.Name);
    switch (path.ObjectPathType) {
      case pathType.method:
        return callMember(parent, path.Name, args) as HostObject | null;
      case pathType.property:
        return readMember(parent, path.Name) as HostObject | null;
      case pathType.indexer:
        if (parent instanceof HostCollection) return parent.GetItem(args[0]) as HostObject;
        throw new HostEmulationGap(`${parent.constructor.name}[…]`);
    }
    throw new HostEmulationGap(`object path type ${path.ObjectPathType}`);
  }

  private async run(
    action: Action,
    pathName: string,
    resolve: Resolve,
    answer: BatchResult,
  ): Promise<unknown> {
    if (action.ActionType === actionType.trace) {
      answer.TraceIds.push(action.Id);
      return null;
    }
    if (dependsOnResults.test(pathName)) await this.options.settle();
    const object = resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object && identity(object);
      case actionType.query:
      case actionType.queryAsJson:
        await this.options.settle();
        if (!object) return null;
        return answerQuery(
          object,
          action.QueryInfo ?? {},
          action.ActionType === actionType.queryAsJson,
          this.options.gate,
        );
      case actionType.method:
        return this.runMethod(object, action, resolve);
      case actionType.setProperty:
        if (object) {
          this.options.gate?.refuse(object, action.Name);
          writeMember(object, action.Name, argumentsOf(action.ArgumentInfo, resolve)[0]);
        }
        return undefined;
      case actionType.update:
        if (object) updateMembers(object, action.ObjectState ?? {}, this.options.gate);
        return undefined;
    }
    throw new HostEmulationGap(`action type ${action.ActionType}`);
  }

  private async runMethod(
    object: HostObject | null,
    action: Action,
    resolve: Resolve,
  ): Promise<unknown> {
    const args = argumentsOf(action.ArgumentInfo, resolve);
    if (action.Name === "_KeepReference") {
      if (object && !object.referenceId) {
        object.referenceId = `ref${this.nextReference++}`;
        this.tracked.set(object.referenceId, object);
      }
      return undefined;
    }
    if (action.Name === "_RemoveReference") {
      const name = String(args[0]);
      const forgotten = this.tracked.get(name);
      if (forgotten) delete forgotten.referenceId;
      this.tracked.delete(name);
      return undefined;
    }
    if (object) this.options.gate?.refuse(object, action.Name);
    const value = object && (await callMember(object, action.Name, args));
    return value instanceof HostObject ? undefined : value;
  }
}

/** How office.js may find a new object again: by reference, or by its id in a collection. */
function identity(object: HostObject): object {
  if (object.referenceId) return { _ReferenceId: object.referenceId };
  const key = object.key();
  return key === undefined ? {} : { Id: key };
}

function argumentsOf(info: ArgumentInfo | undefined, resolve: Resolve): unknown[] {
  const references = info?.ReferencedObjectPathIds;
  return (info?.Arguments ?? []).map((value, i) => dereference(value, references?.[i], resolve));
}

function dereference(value: unknown, ids: PathIds | undefined, resolve: Resolve): unknown {
  if (!ids) return value;
  if (!Array.isArray(ids)) return resolve(ids);
  return (value as unknown[]).map((v, i) => dereference(v, ids[i], resolve));
}
