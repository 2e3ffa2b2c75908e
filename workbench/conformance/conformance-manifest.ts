/** The manifest with the conformance page in the place of the pane: the same add-in, and its functions. */
export function conformanceManifest(manifest: string): string {
  return manifest
    .replaceAll("/taskpane.html", "/conformance/index.html")
    .replace(/(<DisplayName DefaultValue="[^"]*)/, "$1 conformance");
}
