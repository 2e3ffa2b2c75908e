import { quoted, wholeColumn } from "./table-formula";

/**
 * The line below a worksheet: the CALs to offer with the listed servers, as Microsoft's page urges
 * sellers to do. Rows with an error have no offer, and must not make the whole line one.
 */
export function offerLine(table: string): string {
  const [product, toBuy, cal, type] = ["Product", "To buy", "CAL", "CAL type"].map((column) =>
    wholeColumn(table, column),
  );
  // "Windows Server 2012 CAL" is offered as "25 Windows Server 2012 Device CALs".
  const name = `SUBSTITUTE(${cal}," CAL"," "&${type}&" CAL")`;
  const offer = `${toBuy}&" "&${name}&IF(${toBuy}=1,"","s")`;
  const lacking = `IFERROR(IF(ISNUMBER(${toBuy}),IF(${toBuy}>0,${offer},""),""),"")`;
  const offers = `${quoted("Offer with these servers: ")}&TEXTJOIN(", ",TRUE,${lacking})&"."`;
  const none = `IF(COUNTIF(${product},"?*")=0,${quoted("List servers in the table; the CALs they lack are offered here.")},${quoted("Nothing to offer: these servers lack no CALs.")})`;
  const unanswered = `IF(SUMPRODUCT(--ISERROR(${toBuy}))=0,"",${quoted(" Rows without an answer are left out: see Why.")})`;
  return `=IF(COUNTIF(${toBuy},">0")=0,${none},${offers})&${unanswered}`;
}
