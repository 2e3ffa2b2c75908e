import { builtAddIn } from "../../workbench/built-add-in";

/** The tests of the built add-in need one; Jest runs this once, before all of them. */
export default async function setUp(): Promise<void> {
  await builtAddIn();
}
