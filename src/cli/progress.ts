import type { Io, Output } from "./io.js";

/** A line on a terminal that says what takes so long. */
export interface Progress {
  readonly show: (message: string) => void;
  readonly end: () => void;
}

/** How long, in milliseconds, work goes on in silence: most checks are over before. */
const patience = 700;

/** Progress on the output, silent unless a person watches. */
export function progressOn(output: Output, env: Io["env"]): Progress {
  if (!output.isTerminal || env["TERM"] === "dumb" || (env["CI"] ?? "") !== "") return { show: () => undefined, end: () => undefined };
  const begun = performance.now();
  let shown = false;
  return {
    show: (message) => {
      if (performance.now() - begun < patience) return;
      shown = true;
      output.write(`\r\u001b[2K${message.slice(0, (output.columns ?? 80) - 1)}`);
    },
    end: () => {
      if (shown) output.write("\r\u001b[2K");
    },
  };
}
