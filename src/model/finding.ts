import type { Project } from "./project.js";
import type { Place, Span } from "./span.js";

/** How much a diagnostic weighs. */
export type Severity = "error" | "warning";

/** What a rule is set to: its diagnostics' severity, or not run at all. */
export type Level = Severity | "off";

/** A place that helps to understand a finding, and what it shows. */
export interface Related {
  readonly place: Place;
  readonly message: string;
  /** True if the fault stands here as well: one finding speaks for several places. */
  readonly same?: true;
}

/** Replaces `span` of `path` by `text`. */
export interface Edit {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

/** A repair. `safe` ones never change what the program or the document claims. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule yields. The engine signs it with the rule's id and severity, which makes it a diagnostic. */
export interface Finding {
  /** How much it weighs where that is not what its rule is set to. */
  readonly severity?: Severity;
  /** One sentence, present tense, names in backticks. */
  readonly message: string;
  /** What to do about it: an imperative. */
  readonly hint?: string | undefined;
  /** The row's name, or the anchor's where no row is concerned. */
  readonly name?: string | undefined;
  /** `undefined` where the finding has no place: about the whole project. */
  readonly place: Place | undefined;
  readonly related?: readonly Related[];
  /** Files that the finding concerns beside those of its places: a report limited to them shows it. */
  readonly concerns?: readonly string[];
  readonly fix?: Fix;
}

/** One rule: it names a fault and decides where it is. Never asynchronous, never prints, never throws on bad input. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The fault in one line, for lists. */
  readonly summary: string;
  /** True for the rules that no configuration, option or suppression can silence. */
  readonly always?: true;
  /** True for the rules that hold what rows say against the code: reading for them takes time, which is spared where none of them runs. */
  readonly judges?: true;
  /** True for the rule that says what has to be reviewed: where that is required, it has to run. */
  readonly reviews?: true;
  /** True for the rules that judge what became of the other rules' findings: they run last. */
  readonly last?: true;
  readonly check: (project: Project) => Iterable<Finding>;
}
