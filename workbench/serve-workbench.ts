import { openWorkbench } from "./workbench-server";

const standardPort = 3300;

/** Serves the workbench until it is stopped, and says where it is. */
export async function serveWorkbench(args: readonly string[]): Promise<void> {
  const port = portOf(args);
  if (port === undefined) {
    process.stderr.write("workbench: the only option is --port with a number\n");
    process.exit(2);
  }
  process.stdout.write("Building the add-in and the workbench …\n");
  const { address } = await openWorkbench(port).catch((problem: unknown) => {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    return process.exit(1);
  });
  process.stdout.write(
    [
      "",
      "  The workbench is open:",
      "",
      `    ${address}`,
      "",
      "  The browser warns once, because the certificate for localhost was made on this machine:",
      "  choose Advanced, then Proceed to localhost.",
      '  Try =CALS.REQUIRED("2012 R2 Standard",40,25) in a cell. Stop with Ctrl+C.',
      "",
      "",
    ].join("\n"),
  );
}

function portOf(args: readonly string[]): number | undefined {
  if (args.length === 0) return standardPort;
  const value = args[0] === "--port" ? args[1] : /^--port=(.*)$/.exec(args[0]!)?.[1];
  const port = Number(value);
  return value && Number.isInteger(port) && port >= 0 && port < 65536 ? port : undefined;
}
