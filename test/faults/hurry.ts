/** Excel is given time to become well again; here that need not pass. Gives back the time. */
export function hurry(): () => void {
  const { setTimeout: wait } = globalThis;
  const atOnce = (run: () => void) => wait(run, 0);
  globalThis.setTimeout = atOnce as typeof setTimeout;
  return () => void (globalThis.setTimeout = wait);
}
