/** Where text goes. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; `undefined` where it is none. */
  readonly columns: number | undefined;
}

/** The process, as far as the command line sees it. */
export interface Io {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** A folder of the program's own in which runs may keep what they found; absent where nothing is to be kept. */
  readonly store?: string | undefined;
  /** Asks whoever sits at the terminal and gives the answer, `undefined` where there is none; absent where nobody sits there. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
}

/** What a command ends with: 0, 1 or 2. */
export type ExitCode = 0 | 1 | 2;
