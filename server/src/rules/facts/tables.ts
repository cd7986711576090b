import type { Schema } from '../engine/botIndex';
import { botNames } from './bots';
import { doubt } from './doubt';
import {
  annotatedTexts,
  annotatedValues,
  entities,
  entityTexts,
  unreadAnnotations,
  variableEntities,
} from './entities';
import { expressionCounts, sameExpressions, similarExpressions } from './expressions';
import { dialogsNamed, dialogsOfFlow, dialogsSounding, graph, labels, triggers, unclearFlows } from './flows';
import { brokenFiles, definitions, names, positions, references } from './names';
import { settings } from './settings';
import { expectations } from './turns';

/** Everything that an index of a bot keeps. */
export const TABLES: Schema = {
  facts: [
    brokenFiles,
    doubt,
    settings,
    ...Object.values(definitions),
    ...Object.values(names),
    ...Object.values(references),
    ...Object.values(positions),
    entities,
    entityTexts,
    annotatedTexts,
    annotatedValues,
    variableEntities,
    unreadAnnotations,
    expressionCounts,
    graph,
    dialogsNamed,
    dialogsSounding,
    dialogsOfFlow,
    triggers,
    labels,
    unclearFlows,
    expectations,
  ],
  meetings: [sameExpressions, similarExpressions],
};

/** The same for what the bots of a workspace have in common. */
export const LAYOUT_TABLES: Schema = { facts: [botNames], meetings: [] };
