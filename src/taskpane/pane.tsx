import { useEffect, useState, useSyncExternalStore } from "react";
import { FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { lastAsked, onAsked } from "./asked-room";
import { ExplainRoom } from "./explain-room";
import { IsPreview } from "./is-preview";
import { PaneFooter, PaneHeader } from "./pane-frame";
import { PeopleRoom } from "./people-room";
import { PricingRoom } from "./pricing-room";
import { Room } from "./room";
import { ShareRoom } from "./share-room";
import { useTheme } from "./theme";
import { WorksheetRoom } from "./worksheet-room";

/** Short words, because the tabs stand side by side in a narrow pane; the rooms say their whole names. */
const rooms = [
  { id: "pricing", tab: "Prices", Content: PricingRoom },
  { id: "people", tab: "People", Content: PeopleRoom },
  { id: "worksheet", tab: "Worksheet", Content: WorksheetRoom },
  { id: "explain", tab: "Explain", Content: ExplainRoom },
  { id: "share", tab: "Share", Content: ShareRoom },
] as const;

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", minHeight: "100vh" },
  tabs: { flexWrap: "wrap", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // narrower than Fluent's small tab, so that all stand side by side in a pane of 320 pixels
  tab: { paddingInline: tokens.spacingHorizontalXS },
});

export function Pane({ isPreview }: { isPreview: boolean }) {
  const styles = useStyles();
  const { theme, colorScheme } = useTheme();
  const [chosen, choose] = useState<string>(rooms[0].id);
  const asked = useSyncExternalStore(onAsked, lastAsked);
  useEffect(() => {
    if (asked) choose(asked.room);
  }, [asked]);
  return (
    <IsPreview.Provider value={isPreview}>
      <FluentProvider theme={theme} className={styles.pane} style={{ colorScheme }}>
        <PaneHeader />
        <main>
          <TabList
            className={styles.tabs}
            size="small"
            aria-label="Parts of the pane"
            selectedValue={chosen}
            onTabSelect={(_, { value }) => choose(value as string)}
          >
            {rooms.map(({ id, tab }) => (
              <Tab
                key={id}
                id={`${id}-tab`}
                className={styles.tab}
                value={id}
                aria-controls={`${id}-room`}
              >
                {tab}
              </Tab>
            ))}
          </TabList>
          {rooms.map(({ id, Content }) => (
            <Room key={id} id={id} shown={id === chosen}>
              <Content shown={id === chosen} />
            </Room>
          ))}
        </main>
        <PaneFooter />
      </FluentProvider>
    </IsPreview.Provider>
  );
}
