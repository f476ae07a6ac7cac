import { createColors } from "picocolors";
import type { Severity } from "../model/finding.js";

/** How the parts of pretty output are coloured; without colour each returns its text. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  /** Gutters, arrows, and the marks of related places. */
  readonly frame: (text: string) => string;
}

/** The palette for an output with or without ANSI colours. */
export function paletteFor(colour: boolean): Palette {
  const { bold, dim, red, yellow, green, blue } = createColors(colour);
  return {
    severity: { error: (text) => bold(red(text)), warning: (text) => bold(yellow(text)) },
    strong: bold,
    faint: dim,
    good: (text) => bold(green(text)),
    frame: (text) => bold(blue(text)),
  };
}
