// Names as people, makers and price lists write them.
import { Problem } from "../src/calculator/problem";
import { calNamed, calTypeNamed, channelNamed, productNamed } from "../src/catalog/names";
import { licenseNamed } from "../src/catalog/license-names";
import { samplePriceList } from "../src/catalog/price-list";

test.each([
  ["Windows Server 2012 Standard R2", "Windows Server 2012 R2 Standard"],
  ["2012 R2 Std", "Windows Server 2012 R2 Standard"],
  ["WS2012R2 Datacenter", "Windows Server 2012 R2 Datacenter"],
  ["2012R2Std", "Windows Server 2012 R2 Standard"],
  ["w2k8 r2 ent", "Windows Server 2008 R2 Enterprise"],
  ["2k12r2 std", "Windows Server 2012 R2 Standard"],
  ["W2022 Std", "Windows Server 2022 Standard"],
  ["WS12R2 Standard", "Windows Server 2012 R2 Standard"],
  ["Windows Server 2019 Data Center", "Windows Server 2019 Datacenter"],
  ["WinSvrSTDCore 2022", "Windows Server 2022 Standard"],
  ["HPE Windows Server 2022 Standard 16 Core ROK", "Windows Server 2022 Standard"],
  [
    "Dell Windows Server 2025 Standard (16-Core) Reseller Option Kit",
    "Windows Server 2025 Standard",
  ],
  [
    "Windows Svr Std 2012 R2 x64 English 1pk DSP OEI DVD 2CPU/2VM",
    "Windows Server 2012 R2 Standard",
  ],
  ["Windows Server 2008 R2 Standard SP1 64 Bit", "Windows Server 2008 R2 Standard"],
  ["Microsoft® Windows Server® 2016 Essentials", "Windows Server 2016 Essentials"],
  ["SBS 2011 Essentials", "Windows Small Business Server 2011 Essentials"],
  ["SBS 2011 Standard 5 CAL", "Windows Small Business Server 2011 Standard"],
  ["SBS2011 Premium Add-on", "Windows Small Business Server 2011 Premium Add-on"],
  ["WSS 2012 R2 Standard", "Windows Storage Server 2012 R2 Standard"],
  ["Web Server 2008 R2", "Windows Web Server 2008 R2"],
  ["Ｗindows Server ２０１２ Ｒ２ Standard", "Windows Server 2012 R2 Standard"],
  ["WinSvrStd 2012R2 OLP NL 2Proc", "Windows Server 2012 R2 Standard"],
  ["Windows Server 2008 R2 Standard Service Pack 1", "Windows Server 2008 R2 Standard"],
  ["2008 R2 Enterprise 25CAL", "Windows Server 2008 R2 Enterprise with 25 CALs"],
  ["2008 R2 Ent (25 Clt)", "Windows Server 2008 R2 Enterprise with 25 CALs"],
  ["w2k3 std", "Windows Server 2003 Standard"],
  ["Windows Server 2003 R2 Enterprise Edition SP2", "Windows Server 2003 R2 Enterprise"],
  ["Windows Server 2003, Web Edition", "Windows Server 2003 Web"],
  ["SBS 2003 R2 Prem", "Windows Small Business Server 2003 R2 Premium"],
  ["Small Business Server 2008 Standard", "Windows Small Business Server 2008 Standard"],
  ["2008 R2 Itanium", "Windows Server 2008 R2 for Itanium-Based Systems"],
  ["HPC Server 2008", "Windows HPC Server 2008"],
  ["WMS 2012 Premium", "Windows MultiPoint Server 2012 Premium"],
  ["MultiPoint Server 2016 Premium", "Windows MultiPoint Premium Server 2016"],
  ["Windows Storage Server 2012 Workgroup", "Windows Storage Server 2012 Workgroup"],
  ["Windows Server 1909", "Windows Server, version 1909"],
  ["Windows Server version 20H2 Datacenter", "Windows Server, version 20H2"],
  ["Windows Server 23H2", "Windows Server Annual Channel for Containers"],
  ["Hyper-V Server 2012 R2", "Hyper-V Server 2012 R2"],
  ["Windows Server 2025 PAYG", "Windows Server 2025 pay-as-you-go"],
  [
    "Windows Server 2025 Datacenter Azure Edition on Azure",
    "Windows Server 2025 Datacenter: Azure Edition on Azure",
  ],
  ["Azure Stack HCI", "Azure Local"],
])("the edition “%s” is %s", (written, name) => {
  expect(productNamed(written).name).toBe(name);
});

test.each([
  ["2012 CAL", "Windows Server 2012 CAL"],
  ["Windows Server 2012 R2 Device CAL", "Windows Server 2012 CAL"],
  ["WinSvrCAL 2022 SNGL UsrCAL", "Windows Server 2022 CAL"],
  ["Windows Server 2022 Standard User CAL", "Windows Server 2022 CAL"],
  ["Windows Server 2019 Client Access License (5 Device)", "Windows Server 2019 CAL"],
  ["SBS 2011 CAL", "Windows Small Business Server 2011 CAL Suite"],
  ["SBS 2003 5 User CAL", "Windows Small Business Server 2003 CAL"],
  [
    "SBS 2008 CAL Suite for Premium Users or Devices",
    "Windows Small Business Server 2008 Premium CAL Suite",
  ],
  ["2003 R2 Device CAL", "Windows Server 2003 CAL"],
  ["SBS 2011 Premium Add-on User CAL", "Windows Small Business Server 2011 Premium Add-on CAL"],
  ["RDS CAL 2019", "Windows Server 2019 RDS CAL"],
  ["2022 RDS User CAL", "Windows Server 2022 RDS CAL"],
  ["WinRmtDsktpSrvcsCAL 2019 SNGL OLP NL DvcCAL", "Windows Server 2019 RDS CAL"],
  ["Windows Remote Desktop Services CAL 2019", "Windows Server 2019 RDS CAL"],
  ["Windows Server 2025 Remote Desktop Services - 5 User CALs", "Windows Server 2025 RDS CAL"],
  ["2012 R2 Remote Desktop Device CAL", "Windows Server 2012 RDS CAL"],
  ["Windows Server 2008 Terminal Services CAL", "Windows Server 2008 RDS CAL"],
  ["2003 TS CAL", "Windows Server 2003 Terminal Server CAL"],
  ["Windows 2000 CAL", "Windows 2000 Server CAL"],
])("the CAL “%s” is the %s", (written, name) => {
  expect(calNamed(written).name).toBe(name);
});

test.each([
  ["Core CAL Suite", "Core CAL Suite", false],
  ["CoreCAL User with Software Assurance", "Core CAL Suite", true],
  ["Enterprise CAL Suite without SA", "Enterprise CAL Suite", false],
  ["ECAL + SA", "Enterprise CAL Suite", true],
  ["M365 E3", "Microsoft 365 E3", false],
  ["Microsoft 365 E5 subscription", "Microsoft 365 E5", false],
  ["Enterprise Mobility & Security E3", "Enterprise Mobility + Security", false],
])("the suite “%s” is %s", (written, name, assured) => {
  const owned = licenseNamed(written);
  expect("suite" in owned && [owned.suite.name, owned.assured]).toEqual([name, assured]);
});

test.each(samplePriceList.offers.map(({ title, cal }) => [title, cal]))(
  "the title “%s” of the sample price list is the %s",
  (title, cal) => expect(calNamed(title).name).toBe(cal),
);

const refusalOf = (ask: () => unknown): string => {
  try {
    return `answered ${JSON.stringify(ask())}`;
  } catch (trouble) {
    if (trouble instanceof Problem) return trouble.message;
    throw trouble;
  }
};

test.each([
  ["Windows Server 2012 & 2012 R2 Standard", "could mean several"],
  ["Windows Server 2022", "Nearest: “Windows Server 2022 "],
  ["2012 R2 Standard with 5 CALs", "Nearest: “Windows Server 2012 R2 Standard”"],
  ["Windows Server 2022 Datacenter Azure Edition", "is not in the catalog"],
  ["Windows Server 2019 Standard Evaluation", "is not in the catalog"],
  ["Windows Storage Server 2012 Enterprise", "is not in the catalog"],
  ["Windows Server 2016 Hyper-V", "is not in the catalog"],
  ["Standard", "could mean several"],
  ["1909 or 20H2", "could mean several"],
  ["Windows Server 2022 User CAL", "is the name of a CAL"],
  ["SQL Server 2019 Standard", "is not in the catalog"],
  ["Windows Server 2022 Standard 远程桌面服务", "is not in the catalog"],
  ["Windows Server ²⁰¹² 2016 Standard", "could mean several"],
  [">= Windows Server 2012 Standard", "could mean several"],
  ["Windows Server 2012+ Standard", "could mean several"],
  ["Windows Server 2008 R2 Enterprise 25", "could mean several"],
  ["SBS 2011 Standard CAL 5", "is the name of a CAL"],
  ["2008 R2 Enterprise 25 User CAL", "is the name of a CAL"],
  ["x".repeat(10_000), "x…” is not in the catalog"],
])("the edition “%s” is refused: %s", (written, message) => {
  expect(refusalOf(() => productNamed(written).name)).toContain(message);
});

test.each([
  ["Windows Server 2025 Standard with 5 CALs", "is the name of a server edition"],
  ["SBS 2011 Standard with 5 CALs", "is the name of a server edition"],
  ["Windows Server 2022", "is not in the catalog"],
  ["Windows 11 CAL 2022", "is not in the catalog"],
  ["CAL Suite 2022", "is not in the catalog"],
  ["Windows Server 2022 远程桌面 CAL", "is not in the catalog"],
])("the CAL “%s” is refused: %s", (written, message) => {
  expect(refusalOf(() => calNamed(written).name)).toContain(message);
});

test.each([
  "Microsoft 365 CAL 2022",
  "Windows Server 2022 RDS External Connector",
  "AD RMS CAL 2022",
  "SQL Server 2019 CAL",
  "Core CAL Suite",
])("the CAL “%s” is refused, and no Windows Server CAL is offered in its place", (written) => {
  const refusal = refusalOf(() => calNamed(written).name);
  expect(refusal).toContain("are other licenses");
  expect(refusal).not.toContain("Nearest");
});

test.each([
  ["Users CAL", "User"],
  ["UsrCAL", "User"],
  ["DvcCAL", "Device"],
])("the CAL type “%s” is %s", (written, type) => expect(calTypeNamed(written)).toBe(type));

test.each([
  ["DSP", "OEM"],
  ["HPE ROK", "OEM"],
  ["OLP NL", "Volume"],
  ["New Commerce", "CSP"],
])("the channel “%s” is %s", (written, channel) => expect(channelNamed(written)).toBe(channel));

test("hosting is a channel we do not answer for", () => {
  expect(refusalOf(() => channelNamed("SPLA"))).toContain("OEM, Retail, Volume or CSP");
});
