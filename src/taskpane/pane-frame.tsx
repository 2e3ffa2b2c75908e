import { useContext } from "react";
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { IsPreview } from "./is-preview";
import packageFile from "../../package.json";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
  },
  name: { ...typographyStyles.subtitle2, margin: 0 },
  footer: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    marginTop: "auto",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export function PaneHeader() {
  const styles = useStyles();
  return (
    <header>
      <div className={styles.header}>
        <img src="assets/icon-32.png" alt="" width={24} height={24} />
        <h1 className={styles.name}>CALS for Excel</h1>
      </div>
      {useContext(IsPreview) && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            Preview: this page is not open in Excel, so it can write to no sheet.
          </MessageBarBody>
        </MessageBar>
      )}
    </header>
  );
}

export function PaneFooter() {
  return (
    <footer className={useStyles().footer}>
      Not affiliated with Microsoft. Not legal advice: your agreement and the Product Terms win.
      Version {packageFile.version}
    </footer>
  );
}
