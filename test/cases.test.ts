import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { cals } from "../src/cals";
it("x", () => {
  console.log(
    JSON.stringify(cals.required({ edition: "ws2012r2 std", users: 40, devices: 25 }), null, 1),
  );
  void readdirSync;
  void readFileSync;
  void join;
  void parse;
});
