/**
 * The shape of a RichApi "ProcessQuery" request and of its answer, as office.js 1.1.110 writes and
 * reads them. Names are plain PascalCase strings.
 */
export interface Batch {
  Actions?: Action[];
  ObjectPaths?: Record<number, ObjectPath>;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

/** `ReferencedObjectPathIds` runs parallel to `Arguments`; 0 says "this one is not an object". */
export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: PathIds[] | null;
}
export type PathIds = number | PathIds[];

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface BatchResult {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: {
    Code: string;
    Message: string;
    HttpStatusCode: number;
    ActionIndex: number;
    Location: string | undefined;
  };
}

export const pathType = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  /** The registration of an event completes on this result. */
  trace: 5,
  queryAsJson: 7,
  update: 9,
} as const;

/** `values` on the add-in's side is `Values` on the wire. */
export const wireName = (name: string) =>
  name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);
