// Excel caches what functions.json says of a function. While its copy is older than the add-in, it passes fewer
// arguments, and the runtime puts its own invocation object where the next one is expected.
import { builtAddIn } from "../workbench/built-add-in";
import type { Argument } from "../workbench/host/custom-functions";
import { openAddIn, readMetadata, type NodeAddIn } from "../workbench/host/node-add-in";
import { dist } from "./support/built-files";
import { given } from "./support/given-arguments";

let addIn: NodeAddIn;
beforeAll(async () => void (addIn = openAddIn({ dist: await builtAddIn(), hurry: true })));
afterAll(() => addIn.close());

const functions = readMetadata(dist).functions;
const answer = (id: string, args: Argument[]) => addIn.host.customFunctions.invoke({ id, args });

test("every function, and every argument of it, is tried", () => {
  const known = Object.fromEntries(
    functions.map(({ id, parameters }) => [id, parameters?.length ?? 0]),
  );
  const tried = Object.fromEntries(Object.entries(given).map(([id, all]) => [id, all.length]));
  expect(tried).toEqual(known);
});

test.each(functions)("CALS.$id takes an invocation in an argument's place for none", async (fn) => {
  const all = given[fn.id];
  expect(await answer(fn.id, all)).not.toHaveProperty("error");
  for (let count = 0; count < all.length; count++) {
    const some = all.slice(0, count);
    const rest = all.slice(count).map(() => null);
    expect({ count, answer: await answer(fn.id, some) }).toEqual({
      count,
      answer: await answer(fn.id, [...some, ...rest]),
    });
  }
});
