import { ApiError } from "../../workbench/host/api-error";

/** From now on Excel refuses this, as it may at any moment. */
export function refuse<T>(object: { prototype: T }, member: keyof T & string, access?: "set") {
  const refusal = () => {
    throw new ApiError("GeneralException", "There was an internal error.", 500);
  };
  if (access) jest.spyOn(object.prototype as any, member, access).mockImplementation(refusal);
  else jest.spyOn(object.prototype as any, member).mockImplementation(refusal);
}

/** Excel refuses this once, and is well again. */
export function refuseOnce<T>(
  object: { prototype: T },
  member: keyof T & string,
  access?: "set",
): void {
  const refusal = () => {
    throw new ApiError("GeneralException", "There was an internal error.", 500);
  };
  const { prototype } = object as any;
  const spy = access ? jest.spyOn(prototype, member, access) : jest.spyOn(prototype, member);
  spy.mockImplementationOnce(refusal);
}

/** As if a person did something while the add-in waits for Excel: once, at the time of this call. */
export function meanwhile<T>(
  object: { prototype: T },
  member: keyof T & string,
  happens: () => void,
): void {
  const prototype = object.prototype as any;
  const { get, value } = Object.getOwnPropertyDescriptor(prototype, member)!;
  const spy = get ? jest.spyOn(prototype, member, "get") : jest.spyOn(prototype, member);
  spy.mockImplementationOnce(function (this: T, ...args: unknown[]) {
    const result = (get ?? value).apply(this, args);
    happens();
    return result;
  });
}
