import { join } from "node:path";
import { root } from "../built-add-in";

export const acceptancePath = join(root, "assets/acceptance.xlsx");
