import { useEffect, useRef, type ReactNode } from "react";

interface LiveRegionProps {
  /** What is said; nothing while nothing is. */
  readonly said: unknown;
  readonly children: ReactNode;
}

/**
 * Where something is said under a button that the lower edge of the pane may cut off: it comes into sight.
 * A live region must be there before it is spoken in, so it is drawn empty too.
 */
export function LiveRegion({ said, children }: LiveRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) region.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  return (
    <div ref={region} role="status">
      {children}
    </div>
  );
}
