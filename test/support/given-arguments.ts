import type { Argument } from "../../workbench/host/custom-functions";

const edition = "Windows Server 2022 Standard";
const groups = [
  ["Group", "Edition", "Users", "Devices"],
  ["Sales", edition, 40, 25],
];
const owned = [
  ["CAL", "CAL type", "Quantity", "Software Assurance"],
  ["Windows Server 2019 CAL", "User", 30, "No"],
];

/** All that each function may be given. */
export const given: Readonly<Record<string, Argument[]>> = {
  REQUIRED: [edition, 40, 25, "User"],
  CALTYPE: [edition, 40, 25, 38, 35],
  INCLUDED: ["Windows Server 2008 R2 Enterprise with 25 CALs", "Retail", 2],
  TOBUY: [edition, 40, 25, "User", 10, "OEM", 2],
  FITS: ["Windows Server 2022 Essentials", 20, 40, 1, 10],
  LIMIT: ["Windows Server 2022 Essentials", "users"],
  MODEL: [edition],
  CAL: [edition],
  COVERS: ["Windows Server 2022 CAL", edition],
  PACKSIZES: ["Windows Server 2022 CAL", "OEM"],
  NEEDED: ["on-site contractor", 3, edition],
  ACCESS: ["printer"],
  ENDOFSUPPORT: [edition, "extended"],
  BUY: [edition],
  EDITIONS: ["2012"],
  EXPLAIN: ["REQUIRED", [[[edition]], [[40]]]],
  WHY: ["REQUIRED", [[[edition]], [[40]]]],
  LICENSES: [edition, 2, 16, 4, 3],
  LICENSEUNIT: [edition],
  LICENSESBYVM: [edition, [[4], [12]]],
  BREAKEVEN: ["2022", 2, 16, 1000, 6000],
  CONNECTORS: [[["Host 1"], ["Host 2"]], edition],
  CONNECTORBREAKEVEN: [2000, 40, 2],
  CALFORALL: [[[edition], ["Windows Server 2019 Standard"]]],
  CANISSUE: ["Windows Server 2019", "Windows Server 2022 RDS CAL"],
  RDSREQUIRED: [edition, 40, 25, "User"],
  PLAN: [groups, owned],
  MIXGROUPS: [groups, 38, 35],
  STRANDED: [owned, edition],
};
