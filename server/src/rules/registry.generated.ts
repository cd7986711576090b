// Generated from the files of this folder by scripts/generate.mjs. Add a rule as a file of its own.
import { rule as rule0 } from './channels/sharedAddress';
import { rule as rule1 } from './conditions/invalidPattern';
import { rule as rule2 } from './conditions/syntax';
import { rule as rule3 } from './conditions/unknownFunction';
import { rule as rule4 } from './conditions/unknownValue';
import { rule as rule5 } from './conditions/wrongType';
import { rule as rule6 } from './flows/acceptsAnything';
import { rule as rule7 } from './flows/ambiguousTrigger';
import { rule as rule8 } from './flows/caseConflict';
import { rule as rule9 } from './flows/constantCondition';
import { rule as rule10 } from './flows/deadEnd';
import { rule as rule11 } from './flows/duplicateName';
import { rule as rule12 } from './flows/emptyFlow';
import { rule as rule13 } from './flows/endlessLoop';
import { rule as rule14 } from './flows/gotoFallback';
import { rule as rule15 } from './flows/impossibleRetry';
import { rule as rule16 } from './flows/noErrorPath';
import { rule as rule17 } from './flows/noRetry';
import { rule as rule18 } from './flows/shadowedBranch';
import { rule as rule19 } from './flows/unreachableDialog';
import { rule as rule20 } from './flows/unusedFlow';
import { rule as rule21 } from './flows/wayOn';
import { rule as rule22 } from './messages/blank';
import { rule as rule23 } from './messages/droppedText';
import { rule as rule24 } from './messages/longLabel';
import { rule as rule25 } from './messages/longMessage';
import { rule as rule26 } from './messages/missingTranslation';
import { rule as rule27 } from './messages/placeholdersDiffer';
import { rule as rule28 } from './messages/pluralCategory';
import { rule as rule29 } from './messages/syntax';
import { rule as rule30 } from './nlp/annotationSyntax';
import { rule as rule31 } from './nlp/duplicateExpression';
import { rule as rule32 } from './nlp/fewAnnotations';
import { rule as rule33 } from './nlp/fewExpressions';
import { rule as rule34 } from './nlp/invalidPattern';
import { rule as rule35 } from './nlp/longExpression';
import { rule as rule36 } from './nlp/missingLanguageExpressions';
import { rule as rule37 } from './nlp/misunderstood';
import { rule as rule38 } from './nlp/mixedVariable';
import { rule as rule39 } from './nlp/noExpressions';
import { rule as rule40 } from './nlp/overlappingIntents';
import { rule as rule41 } from './nlp/repeatedExpression';
import { rule as rule42 } from './nlp/sentenceNotUnderstood';
import { rule as rule43 } from './nlp/shortExpression';
import { rule as rule44 } from './nlp/similarExpressions';
import { rule as rule45 } from './nlp/synonymTwice';
import { rule as rule46 } from './nlp/threshold';
import { rule as rule47 } from './nlp/unannotatedValue';
import { rule as rule48 } from './nlp/unbalanced';
import { rule as rule49 } from './nlp/unknownValue';
import { rule as rule50 } from './nlp/yesNoEntity';
import { rule as rule51 } from './references/missingDefaultDialog';
import { rule as rule52 } from './references/removedIntent';
import { rule as rule53 } from './references/testUnknown';
import { rule as rule54 } from './references/undeclaredLanguage';
import { rule as rule55 } from './references/unknownContext';
import { rule as rule56 } from './references/unknownDialog';
import { rule as rule57 } from './references/unknownEntity';
import { rule as rule58 } from './references/unknownFlow';
import { rule as rule59 } from './references/unknownIntent';
import { rule as rule60 } from './references/unknownVariable';
import { rule as rule61 } from './references/unusedContext';
import { rule as rule62 } from './references/unusedEntity';
import { rule as rule63 } from './references/unusedIntent';
import { rule as rule64 } from './references/unusedVariable';
import { rule as rule65 } from './release/drift';
import { rule as rule66 } from './release/intentRemoved';
import { rule as rule67 } from './release/liveUnknown';
import { rule as rule68 } from './rules/suppressionWithoutReason';
import { rule as rule69 } from './rules/tooManyFindings';
import { rule as rule70 } from './rules/unknownRule';
import { rule as rule71 } from './rules/unusedSuppression';
import { rule as rule72 } from './schema/invalidValue';
import { rule as rule73 } from './schema/requiredKey';
import { rule as rule74 } from './schema/unknownKey';
import { rule as rule75 } from './schema/wrongType';
import { rule as rule76 } from './security/secret';
import { rule as rule77 } from './security/sensitiveQuestion';
import { rule as rule78 } from './syntax/alias';
import { rule as rule79 } from './syntax/duplicateKey';
import { rule as rule80 } from './syntax/emptyDocument';
import { rule as rule81 } from './syntax/encoding';
import { rule as rule82 } from './syntax/tooComplex';
import { rule as rule83 } from './syntax/tooLarge';
import { rule as rule84 } from './syntax/unreadable';
import { rule as rule85 } from './syntax/unsupported';
import { rule as rule86 } from './syntax/yaml';
import { rule as rule87 } from './tests/contradiction';
import { rule as rule88 } from './tests/uncovered';
import { rule as rule89 } from './variables/initialValue';
import { rule as rule90 } from './variables/reservedName';
import { rule as rule91 } from './variables/systemAssignment';
import { workspaceRule as workspaceRule92 } from './workspace/duplicateBot';
import { workspaceRule as workspaceRule93 } from './workspace/orphanFile';
import type { Rule } from './rule';

/** The rules about one bot, in the order of their codes. */
export const rules: readonly Rule[] = [
  rule0,
  rule1,
  rule2,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule15,
  rule16,
  rule17,
  rule18,
  rule19,
  rule20,
  rule21,
  rule22,
  rule23,
  rule24,
  rule25,
  rule26,
  rule27,
  rule28,
  rule29,
  rule30,
  rule31,
  rule32,
  rule33,
  rule34,
  rule35,
  rule36,
  rule37,
  rule38,
  rule39,
  rule40,
  rule41,
  rule42,
  rule43,
  rule44,
  rule45,
  rule46,
  rule47,
  rule48,
  rule49,
  rule50,
  rule51,
  rule52,
  rule53,
  rule54,
  rule55,
  rule56,
  rule57,
  rule58,
  rule59,
  rule60,
  rule61,
  rule62,
  rule63,
  rule64,
  rule65,
  rule66,
  rule67,
  rule68,
  rule69,
  rule70,
  rule71,
  rule72,
  rule73,
  rule74,
  rule75,
  rule76,
  rule77,
  rule78,
  rule79,
  rule80,
  rule81,
  rule82,
  rule83,
  rule84,
  rule85,
  rule86,
  rule87,
  rule88,
  rule89,
  rule90,
  rule91,
];

/** The rules about the workspace as a whole. */
export const workspaceRules: readonly Rule[] = [
  workspaceRule92,
  workspaceRule93,
];
