const words = (text: string): readonly string[] => text.split(" ");

/** Words that name nothing. */
export const reserved: ReadonlySet<string> = new Set(
  (
    "ACTION ASSUME ASSUMPTION AXIOM BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF DEFINE DEFS DOMAIN ELSE ENABLED EXCEPT EXTENDS " +
    "HAVE HIDE IF IN INSTANCE LAMBDA LEMMA LET LOCAL MODULE NEW OBVIOUS OMITTED ONLY OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE " +
    "SF_ STATE SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM UNCHANGED UNION USE VARIABLE VARIABLES WF_ WITH WITNESS"
  ).split(" "),
);

/** Words that are values and name nothing that could be defined. */
export const builtIn: ReadonlySet<string> = new Set(words("BOOLEAN FALSE STRING TRUE"));

/** The keywords of claims, by what they claim. */
export const claims: ReadonlyMap<string, "assumption" | "theorem"> = new Map([
  ["ASSUME", "assumption"],
  ["ASSUMPTION", "assumption"],
  ["AXIOM", "assumption"],
  ["THEOREM", "theorem"],
  ["LEMMA", "theorem"],
  ["PROPOSITION", "theorem"],
  ["COROLLARY", "theorem"],
]);

/** Keywords that begin a unit wherever they stand: no expression and no proof holds them. */
export const beginsAnywhere: ReadonlySet<string> = new Set(
  "ASSUMPTION AXIOM CONSTANTS COROLLARY EXTENDS LEMMA PROPOSITION THEOREM VARIABLES".split(" "),
);

/** Keywords that begin a unit where the unit before them can end. Within a theorem or its proof they mean something else. */
export const beginsAfterUnit: ReadonlySet<string> = new Set("ASSUME CONSTANT HIDE INSTANCE RECURSIVE USE VARIABLE".split(" "));

/** Keywords with which a proof begins, if it does not begin with a step. */
export const beginsProof: ReadonlySet<string> = new Set("BY OBVIOUS OMITTED PROOF".split(" "));

/** Operators that stand after their argument. */
export const postfixSigns = words("^+ ^* ^# '");

/** Operators that only ever stand before their argument. */
export const prefixSigns = words("-. ~ [] <>");
export const prefixWords = words("\\lnot \\neg");
export const prefixKeywords: ReadonlySet<string> = new Set(words("DOMAIN ENABLED SUBSET UNCHANGED UNION"));

/** Operators that stand between their arguments. */
export const infixSigns = words(
  "!! # ## $ $$ % %% & && (+) (-) (.) (/) (\\X) * ** + ++ - -+-> -- -| .. ... / // /= /\\ ::= := :> < <: <=> <= = =< => =| > >= ? ?? " +
    "@@ \\/ ^ ^^ | |- |= || ~> \\ .",
);
export const infixWords = words(
  "\\X \\approx \\asymp \\bigcirc \\bullet \\cap \\cdot \\circ \\cong \\cup \\div \\doteq \\equiv \\geq \\gg \\in \\intersect \\land \\leq " +
    "\\ll \\lor \\notin \\o \\odot \\ominus \\oplus \\oslash \\otimes \\prec \\preceq \\propto \\sim \\simeq \\sqcap \\sqcup \\sqsubset " +
    "\\sqsubseteq \\sqsupset \\sqsupseteq \\star \\subset \\subseteq \\succ \\succeq \\supset \\supseteq \\times \\union \\uplus \\wr",
);

/** Signs that are no operators. */
export const plainSigns = words("== <- -> |-> << >> [ ] ( ) { } , : :: ; ! @ _");
export const quantifiers = words("\\A \\AA \\E \\EE \\exists \\forall");

/** Single letters that stand for one of the signs above. */
export const standsFor: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "≜": "==",
    "⟵": "<-",
    "←": "<-",
    "⟶": "->",
    "→": "->",
    "⟼": "|->",
    "↦": "|->",
    "⟨": "<<",
    "〈": "<<",
    "⟩": ">>",
    "〉": ">>",
    "∷": "::",
    "∀": "\\A",
    "∃": "\\E",
  }),
);

/** Single letters that stand before or after their argument; every other mathematical sign stands between two. */
export const letterKinds: ReadonlyMap<string, "prefix" | "postfix"> = new Map([
  ["¬", "prefix"],
  ["□", "prefix"],
  ["◇", "prefix"],
  ["⋄", "prefix"],
  ["⁺", "postfix"],
]);
