import { placesOf } from '../problem.js';
import { eslintFindings } from './eslint.js';
import { modelOf } from './model.js';
import { RULES } from './rules.js';

/** @typedef {import('../finding.js').Finding} Finding */

/**
 * Looks at how the schemas are written.
 *
 * @param {import('../workspace.js').SubgraphSource[]} subgraphs
 * @param {Set<string>} [changed] the schema coordinates to look at: a type stands for all that is in it; without them, all
 * @returns {Promise<Finding[]>} in the order of files and lines; where a file cannot be read, that alone, as INVALID_GRAPHQL
 */
export async function lint(subgraphs, changed) {
  const { model, broken } = modelOf(subgraphs);
  if (broken.length > 0) return broken;
  if (changed?.size === 0) return [];
  const findings = [...ownFindings(model), ...(await eslintFindings(model))].sort(byPlace);
  return changed ? ofChanged(findings, changed) : findings;
}

/**
 * The findings of what changed.
 *
 * @param {Finding[]} findings
 * @param {Set<string>} changed
 */
export function ofChanged(findings, changed) {
  return changed.size === 0 ? [] : findings.filter(({ coordinate }) => isWanted(coordinate, changed));
}

/**
 * @param {import('./model.js').Model} model
 * @returns {Finding[]}
 */
function ownFindings(model) {
  return model.files.flatMap((file) => file.elements.flatMap((element) => RULES.flatMap((rule) => findingsOf(rule, element, file, model))));
}

/**
 * @param {import('./rules.js').Rule} rule
 * @param {import('./model.js').Element} element
 * @param {import('./model.js').LintFile} file
 * @param {import('./model.js').Model} model
 * @returns {Finding[]}
 */
function findingsOf(rule, element, file, model) {
  if (!rule.on.includes(element.kind)) return [];
  const message = rule.test(element, file, model);
  if (!message) return [];
  const severity = rule.onlyWarns?.(element) ? 'warning' : 'error';
  const places = placesOf([element.node]).map((place) => ({ ...place, subgraph: file.subgraph }));
  return [{ severity, code: rule.code, message, places, coordinate: element.coordinate, advice: rule.advice }];
}

/**
 * A finding without a coordinate is about the file, and concerns whoever changes anything.
 *
 * @param {string | undefined} coordinate
 * @param {Set<string>} changed
 */
function isWanted(coordinate, changed) {
  if (!coordinate) return true;
  const field = coordinate.replace(/\(.*/, '');
  const type = field.replace(/\..*/, '');
  return [coordinate, field, type].some((each) => changed.has(each));
}

/**
 * @param {Finding} one
 * @param {Finding} other
 */
function byPlace(one, other) {
  const [{ file = '', line = 0, column = 0 } = {}] = one.places;
  const [{ file: otherFile = '', line: otherLine = 0, column: otherColumn = 0 } = {}] = other.places;
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return line - otherLine || column - otherColumn;
}
