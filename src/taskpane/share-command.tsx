import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { lastAsked, onAsked, type Asked } from "./asked-room";
import { LiveRegion } from "./live-region";
import { useRoomStyles } from "./room-styles";
import type { Told } from "./share-texts";
import { TaskStatus } from "./task-status";
import { useTask } from "./use-task";

/** What a command says before it does anything, and what one can choose then. */
export interface Question {
  readonly told: Told;
  readonly choices: readonly { readonly label: string; act(): Promise<Told> }[];
}

interface ShareCommandProps {
  readonly command: string;
  readonly title: string;
  readonly about: string;
  readonly shown: boolean;
  /** The last one started: what the others said may no longer be so. */
  readonly isLast: boolean;
  onStart(): void;
  /** More to choose before it looks. */
  readonly children?: ReactNode;
  look(): Promise<Question>;
}

const useStyles = makeStyles({
  bar: { marginTop: tokens.spacingVerticalS },
  body: { overflowWrap: "anywhere" },
  // A long list scrolls by itself: what one can choose stays in sight below it.
  points: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    maxHeight: "max(160px, 40vh)",
    overflowY: "auto",
  },
});

/** Looks first and says what it would do; does it on a yes, and says what it did. */
export function ShareCommand(props: ShareCommandProps) {
  const { command, title, about, shown, isLast, onStart, children, look } = props;
  const styles = { ...useRoomStyles(), ...useStyles() };
  const button = useRef<HTMLButtonElement>(null);
  const asked = useSyncExternalStore(onAsked, lastAsked);
  const { busy, said, run } = useTask();
  const [question, ask] = useState<Question>();
  const [done, tell] = useState<Told>();
  const heard = useRef<Asked>();
  useEffect(() => {
    // What is not shown cannot have the focus.
    if (!shown || asked === heard.current) return;
    heard.current = asked;
    if (asked?.command === command) button.current?.focus();
  }, [asked, shown, command]);

  const start = () => {
    onStart();
    return run(async () => {
      ask(undefined);
      tell(undefined);
      ask(await look());
    });
  };
  const chosen = (act?: () => Promise<Told>) => {
    // The question goes away with its buttons, so the focus returns to where it came from.
    button.current?.focus();
    ask(undefined);
    if (act) void run(async () => tell(await act()));
  };

  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.subtitle}>{title}</h3>
      <p className={styles.text}>{about}</p>
      {children}
      <div>
        <Button
          ref={button}
          className={styles.whole}
          disabledFocusable={busy}
          onClick={() => void start()}
        >
          {title}
        </Button>
        <LiveRegion said={question ?? done}>
          {isLast && question && <QuestionBar {...question} onChosen={chosen} />}
          {isLast && done && (
            <ToldBar intent={done.points.length > 0 ? "warning" : "success"} told={done} />
          )}
        </LiveRegion>
        <TaskStatus said={isLast ? said : undefined} />
      </div>
    </section>
  );
}

interface QuestionBarProps extends Question {
  onChosen(act?: () => Promise<Told>): void;
}

function QuestionBar({ told, choices, onChosen }: QuestionBarProps) {
  if (choices.length === 0) return <ToldBar intent="info" told={told} />;
  return (
    <ToldBar intent="warning" told={told}>
      <MessageBarActions>
        {choices.map(({ label, act }) => (
          // The second half of a double click says no yes: as things come into sight, they move under it.
          <Button key={label} size="small" onClick={({ detail }) => detail < 2 && onChosen(act)}>
            {label}
          </Button>
        ))}
        <Button size="small" onClick={() => onChosen()}>
          Cancel
        </Button>
      </MessageBarActions>
    </ToldBar>
  );
}

interface ToldBarProps {
  readonly intent: "info" | "warning" | "success";
  readonly told: Told;
  readonly children?: ReactNode;
}

function ToldBar({ intent, told, children }: ToldBarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <Points {...told} />
      </MessageBarBody>
      {children}
    </MessageBar>
  );
}

/** More points than these are counted, not told. */
const mostPoints = 100;

function Points({ says, points }: Told) {
  const styles = useStyles();
  const more = points.length - mostPoints;
  return (
    <>
      {says}
      {points.length > 0 && (
        // What scrolls has to be in reach of the keyboard.
        <ul className={styles.points} tabIndex={0} aria-label="Details">
          {points.slice(0, mostPoints).map((point, i) => (
            <li key={i}>{point}</li>
          ))}
          {more > 0 && <li>And {more} more.</li>}
        </ul>
      )}
    </>
  );
}
