import { useSyncExternalStore } from "react";
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/**
 * Excel's theme where Excel tells it (on the web it does not), else the system's. High contrast needs
 * no theme of its own: browsers force the person's colors, and Fluent UI's controls know of it.
 */
export function useTheme(): { theme: Theme; colorScheme: "light" | "dark" } {
  const dark = useSyncExternalStore(watch, isDark);
  return dark
    ? { theme: webDarkTheme, colorScheme: "dark" }
    : { theme: webLightTheme, colorScheme: "light" };
}

function watch(tell: () => void): () => void {
  prefersDark.addEventListener("change", tell);
  return () => prefersDark.removeEventListener("change", tell);
}

function isDark(): boolean {
  const office = Office.context?.officeTheme as Office.OfficeTheme | undefined;
  return office?.isDarkTheme ?? prefersDark.matches;
}
