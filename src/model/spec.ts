import type { Span } from "./span.js";

/** A name and where it stands. Operators keep the sign they are written with: `\leq`, `+`. */
export interface WrittenName {
  readonly name: string;
  readonly span: Span;
}

/** Something that a specification's file says wrongly, in the words of a finding. */
export interface SpecFault {
  readonly span: Span;
  readonly message: string;
}

/** Where an operator's name stands among its arguments: `F(a)`, `-. a`, `a + b`, `a ^+`. */
export type Fixity = "nonfix" | "prefix" | "infix" | "postfix";

/** An operator that is declared and not defined, as constants and parameters are: `F(_, _)`, `_ + _`, `x`. */
export interface Declared {
  readonly name: string;
  readonly nameSpan: Span;
  readonly fixity: Fixity;
  /** How many arguments it takes; 0 for a value. */
  readonly arity: number;
}

/** `left <- right` of an INSTANCE. */
export interface Substitution {
  readonly name: string;
  readonly nameSpan: Span;
  readonly by: Span;
}

interface UnitBase {
  /** From the first sign of the unit to its last one; comments around it are outside. */
  readonly span: Span;
}

interface NamedBase extends UnitBase {
  readonly name: string;
  readonly nameSpan: Span;
}

/** `Name(a, F(_)) == body` */
export interface OperatorUnit extends NamedBase {
  readonly kind: "operator";
  readonly fixity: Fixity;
  readonly parameters: readonly Declared[];
  readonly local: boolean;
  /** True if a RECURSIVE of the same module names it. */
  readonly recursive: boolean;
  readonly body: Span;
}

/** `Name[x \in S] == body` */
export interface FunctionUnit extends NamedBase {
  readonly kind: "function";
  /** What stands between the brackets. */
  readonly bounds: Span;
  readonly local: boolean;
  readonly body: Span;
}

/** One name of a CONSTANT or CONSTANTS. Its span is its own, since several share the keyword. */
export interface ConstantUnit extends NamedBase {
  readonly kind: "constant";
  readonly fixity: Fixity;
  readonly arity: number;
}

/** One name of a VARIABLE or VARIABLES. Its span is its own, since several share the keyword. */
export interface VariableUnit extends NamedBase {
  readonly kind: "variable";
}

/** An ASSUME, THEOREM or one of their kin, with or without a name. */
export interface ClaimUnit extends UnitBase {
  readonly kind: "assumption" | "theorem";
  /** The keyword as written: `LEMMA`. */
  readonly keyword: string;
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** What is claimed, without the proof. */
  readonly statement: Span;
  /** The names that the statement uses, in order, each once. */
  readonly mentions: readonly string[];
}

/** `M(x) == INSTANCE X WITH …`; without a name where the module is instantiated as it is. */
export interface InstanceUnit extends UnitBase {
  readonly kind: "instance";
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  readonly parameters: readonly Declared[];
  readonly local: boolean;
  readonly module: WrittenName;
  readonly substitutions: readonly Substitution[];
}

/** A module in a module. */
export interface NestedUnit extends NamedBase {
  readonly kind: "module";
  readonly module: SpecModule;
}

/** What a module is made of. What stands in LET or in a proof is no unit. */
export type Unit = OperatorUnit | FunctionUnit | ConstantUnit | VariableUnit | ClaimUnit | InstanceUnit | NestedUnit;

/** A unit that gives a name to something. */
export type NamedUnit = Unit & { readonly name: string; readonly nameSpan: Span };

/** A module, from the first sign of its header to the last one of its end. */
export interface SpecModule {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly extends: readonly WrittenName[];
  /** In order. */
  readonly units: readonly Unit[];
}

/** What one `.tla` file says. Faults do not keep the rest from being read. */
export interface SpecFacts {
  readonly modules: readonly SpecModule[];
  readonly faults: readonly SpecFault[];
}

/** True for a unit that has a name. */
export function isNamed(unit: Unit): unit is NamedUnit {
  return unit.name !== undefined;
}

/** A comment of a `.cfg` file. */
export interface Remark {
  readonly span: Span;
  /** What it says, without comment signs, white space folded. */
  readonly text: string;
}

/** What the comments around something say of it. */
export interface Remarks {
  /** The comments above it, with no blank line between, or before it on its line. */
  readonly before: readonly Remark[];
  /** The comments that follow on its line or in it, and those right below that are indented more than it and what comes next. */
  readonly after: readonly Remark[];
}

/** What a list of names in a `.cfg` file is for. */
export type ConfigRole =
  | "specification"
  | "init"
  | "next"
  | "invariant"
  | "property"
  | "constraint"
  | "action-constraint"
  | "symmetry"
  | "view"
  | "alias"
  | "postcondition";

/** A name of a list: `Inv`, `M!Inv`. */
export interface ConfigName extends WrittenName {
  readonly remarks: Remarks;
}

interface AssignmentBase {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  /** The module whose constant is meant: `Name <- [Module] Other`. */
  readonly module: WrittenName | undefined;
  readonly remarks: Remarks;
}

/** What a constant is given: a value (`N = 3`), or an operator to stand for it (`Op <- Other`). */
export type Assignment =
  | (AssignmentBase & { readonly kind: "value"; readonly value: Span })
  | (AssignmentBase & { readonly kind: "replacement"; readonly by: WrittenName });

interface SectionBase {
  /** From the keyword to the last sign. */
  readonly span: Span;
  readonly keyword: WrittenName;
  /** What comments say of the section as a whole: those before the keyword and right behind it. */
  readonly remarks: Remarks;
}

/** A keyword of a `.cfg` file and what follows it. */
export type ConfigSection =
  | (SectionBase & { readonly kind: "names"; readonly role: ConfigRole; readonly names: readonly ConfigName[] })
  | (SectionBase & { readonly kind: "constants"; readonly assignments: readonly Assignment[] })
  /** `checked` is `undefined` where neither TRUE nor FALSE follows. */
  | (SectionBase & { readonly kind: "deadlock"; readonly checked: boolean | undefined });

/** What one `.cfg` file asks of the model checker. */
export interface ConfigFacts {
  /** In order; a kind may stand several times. */
  readonly sections: readonly ConfigSection[];
  /** Every comment, in order. */
  readonly comments: readonly Remark[];
  readonly faults: readonly SpecFault[];
}
