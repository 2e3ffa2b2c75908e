import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { CopyFormula } from "./copy-formula";
import { useRoomStyles } from "./room-styles";
import { questions } from "../functions/questions";

const useStyles = makeStyles({
  functions: {
    ...typographyStyles.caption1,
    fontFamily: tokens.fontFamilyMonospace,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
  },
});

/** For who has no CALS formula in a cell yet. */
export function BeginHere() {
  const styles = { ...useRoomStyles(), ...useStyles() };
  return (
    <>
      <Text>
        Select a cell with a CALS formula, and this page tells why it says what it says. To begin,
        put this formula in a cell:
      </Text>
      <CopyFormula formula={'=CALS.REQUIRED("Windows Server 2012 R2 Standard",40,25)'} />
      <h3 className={styles.subtitle}>What a cell can ask</h3>
      <ul className={styles.functions}>
        {Object.values(questions).map(({ name, labels }) => (
          <li key={name}>
            CALS.{name}({labels.join(", ")})
          </li>
        ))}
      </ul>
    </>
  );
}
