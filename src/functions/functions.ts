/**
 * Placeholder while the house is being built.
 * @customfunction REQUIRED
 * @param edition The server edition.
 * @param users How many people use it.
 * @param [devices] How many devices they use.
 * @returns The number of CALs.
 */
export function required(edition: any, users: any, devices?: any): number {
  void edition;
  return devices == null ? users : Math.min(users, devices);
}
