/** What the host answers when a call fails; office.js turns it into an `OfficeExtension.Error`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatusCode = 400,
  ) {
    super(message);
  }
}

export const notFound = (message = "The requested resource doesn't exist.") =>
  new ApiError("ItemNotFound", message, 404);

export const invalidArgument = (
  message = "The argument is invalid or missing or has an incorrect format.",
) => new ApiError("InvalidArgument", message);

export const alreadyExists = () =>
  new ApiError(
    "ItemAlreadyExists",
    "A resource with the same name or identifier already exists.",
    409,
  );

export const accessDenied = () =>
  new ApiError("AccessDenied", "You cannot perform the requested operation.", 403);

export const invalidOperation = (message: string) => new ApiError("InvalidOperation", message);

/**
 * The add-in used something that Excel has and this stand-in does not. It reaches the add-in as an
 * error and is recorded in `host.unimplemented`, which every test asserts empty.
 */
export class HostEmulationGap extends Error {
  constructor(what: string) {
    super(`host emulation does not implement ${what}`);
    this.name = "HostEmulationGap";
  }
}
