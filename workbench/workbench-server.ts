import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, Server } from "node:https";
import { AddressInfo } from "node:net";
import { dirname, extname, join, normalize, sep } from "node:path";
import { builtAddIn } from "./built-add-in";
import { bundledPage } from "./bundle-page";
import { certificate } from "./certificate";
import { headersIn } from "./headers-file";

export interface Workbench {
  /** Where the page is, such as https://localhost:3300/workbench/ */
  address: string;
  close(): Promise<void>;
}

const office = dirname(
  createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"),
);
const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};

/**
 * Serves the workbench, the built add-in and office.js from one origin on localhost: office.js wants
 * its host on https and under the add-in's own host name. In the add-in's pages the address of
 * Microsoft's CDN becomes ours on the way; the files stay as they were built, and come with the headers
 * that they are to be served with.
 */
export async function openWorkbench(port: number): Promise<Workbench> {
  const [page, { key, cert }] = [await bundledPage(), await certificate()];
  await builtAddIn();
  const server = createServer({ key, cert }, (request, response) => {
    void answer(new URL(request.url ?? "/", "https://localhost").pathname, page).then(
      ({ status, type, body, headers }) => {
        const always = { "content-type": type, "cache-control": "no-store" };
        response.writeHead(status, { ...headers, ...always }).end(body);
      },
    );
  });
  const listening = await listen(server, port);
  return {
    address: `https://localhost:${listening}/workbench/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}

const text = (status: number, body: string): Answer => ({
  status,
  type: "text/plain; charset=utf-8",
  body,
});

async function answer(path: string, page: string): Promise<Answer> {
  if (path === "/" || path === "/workbench") {
    return { ...text(302, ""), headers: { location: "/workbench/" } };
  }
  try {
    // a reload of the page brings what was changed in the sources since
    const dist = await builtAddIn();
    const conformance = join(page, "conformance");
    const mounts = {
      ...{ "/workbench/": page, "/office/": office },
      ...{ "/conformance/": conformance, "/": dist },
    };
    const [prefix, folder] = Object.entries(mounts).find(([each]) => path.startsWith(each))!;
    const answered = await file(
      folder,
      decodeURIComponent(path.slice(prefix.length)) || "index.html",
    );
    return folder === dist ? { ...answered, headers: headersIn(dist) } : answered;
  } catch (problem) {
    const { code, message } = problem as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "EISDIR" ? text(404, "not found") : text(500, message);
  }
}

async function file(folder: string, name: string): Promise<Answer> {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep)) return text(404, "not found");
  const content = await readFile(path);
  const type = contentTypes[extname(path)] ?? "application/octet-stream";
  const isPage = extname(path) === ".html";
  const body = isPage ? content.toString("utf8").replaceAll(cdn, "/office/") : content;
  return { status: 200, type, body };
}

/** The port asked for, or any that is free. */
async function listen(server: Server, port: number): Promise<number> {
  const tryPort = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, "localhost", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await tryPort(port).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== "EADDRINUSE" && problem.code !== "EACCES") throw problem;
    return tryPort(0);
  });
  return (server.address() as AddressInfo).port;
}
