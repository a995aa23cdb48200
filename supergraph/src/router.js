import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import { gatedConfiguration } from './licence.js';

/** @typedef {import('./finding.js').Finding} Finding */
/** @typedef {import('./workspace.js').SchemaFile} SchemaFile */
/** @typedef {import('ajv').ErrorObject} SchemaError */

const CACHE = fileURLToPath(new URL('../node_modules/.cache/router-schema', import.meta.url));
const TIMEOUT = 10_000;

/** Stands for what only the environment of the running router knows. */
const UNKNOWN = Symbol('unknown');

/**
 * Checks configurations of the router against the schema that the router itself has of them. A file named router.yaml must also be
 * one that needs no licence.
 *
 * @param {SchemaFile[]} files
 * @param {{ router?: string | null, cache?: string }} [options] the router's binary, by default the one of LIFEOS_ROUTER or the PATH;
 *   null for none
 * @returns {Promise<Finding[]>}
 */
export async function checkRouter(files, { router = findRouter() ?? null, cache = CACHE } = {}) {
  const free = files.filter((file) => basename(file.path) === 'router.yaml').flatMap(licenceFindings);
  const found = await schemaOf(router, cache);
  if ('finding' in found) return [...files.flatMap(brokenYaml), ...free, found.finding];
  return [...validated(files, found, cache), ...free];
}

/**
 * What the schema says of the files. Compiling it takes half a second, so that the answer is kept as long as neither changes.
 *
 * @param {SchemaFile[]} files
 * @param {{ id: string, schema: any }} found
 * @param {string} cache
 * @returns {Finding[]}
 */
function validated(files, { id, schema }, cache) {
  const answer = join(cache, `${sha256(JSON.stringify([id, files]))}.json`);
  const known = cached(answer);
  if (known) return known;
  const validate = validator(schema);
  return keep(answer, files.flatMap((file) => fileFindings(file, schema, validate)));
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** @returns {string | undefined} the router named by LIFEOS_ROUTER, or the one on the PATH */
export function findRouter() {
  const named = process.env.LIFEOS_ROUTER;
  const candidates =
    named && named !== 'stand-in' ? [resolve(named)] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'router'));
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/**
 * @param {string | null} router
 * @param {string} cache
 * @returns {Promise<{ id: string, schema: any } | { finding: Finding }>} the JSON schema, or why there is none
 */
async function schemaOf(router, cache) {
  if (!router || !existsSync(router)) {
    const message = 'The configuration of the router was not checked: there is no Apollo Router here.';
    const advice = 'Get one from https://router.apollo.dev/download/nix/latest, and set LIFEOS_ROUTER to it or put it on the PATH.';
    return { finding: { severity: 'note', code: 'NO_ROUTER', message, places: [], advice } };
  }
  try {
    const { stdout: version } = await ask(router, ['--version']);
    if (!/^2\.\d+\.\d+/.test(version)) throw new Error(`its version is ${version.trim() || 'not told'}, not 2.x`);
    const { size, mtimeMs } = statSync(router);
    const id = sha256([router, version, size, mtimeMs].join('|'));
    const file = join(cache, `${id}.json`);
    const schema = cached(file) ?? keep(file, parsedSchema((await ask(router, ['config', 'schema'])).stdout));
    return { id, schema };
  } catch (error) {
    const reason = /** @type {Error} */ (error).message.split('\n')[0];
    const message = `The configuration of the router was not checked: ${router} does not give its schema (${reason}).`;
    const advice = 'Set LIFEOS_ROUTER to an Apollo Router 2.x.';
    return { finding: { severity: 'warning', code: 'NO_ROUTER', message, places: [], advice } };
  }
}

/**
 * @param {string} router
 * @param {string[]} args
 */
function ask(router, args) {
  const env = { PATH: process.env.PATH, APOLLO_TELEMETRY_DISABLED: 'true' };
  return promisify(execFile)(router, args, { env, timeout: TIMEOUT, maxBuffer: 64 * 1024 * 1024 });
}

/** @param {string} text the router may log a line before it */
function parsedSchema(text) {
  return JSON.parse(text.slice(Math.max(0, text.search(/^\{\s*$/m))));
}

/** @param {string} file */
function cached(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @template T
 * @param {string} file
 * @param {T} value
 */
function keep(file, value) {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(value));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Without a place to keep it, it is made again the next time.
  }
  return value;
}

/** @param {any} schema */
function validator(schema) {
  return new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false, logger: false }).compile(schema);
}

/**
 * @param {SchemaFile} file
 * @returns {Finding[]}
 */
function licenceFindings(file) {
  if (brokenYaml(file).length > 0) return [];
  return gatedConfiguration(file).map((problem) => ({ severity: 'error', ...problem }));
}

/**
 * @param {SchemaFile} file
 * @returns {Finding[]}
 */
function brokenYaml(file) {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const [error] = document.errors.length > 0 ? document.errors : unresolved(document);
  if (!error) return [];
  const { line, col: column } = lines.linePos(error.pos[0]);
  const reason = error.message.replace(/ at line \d+, column \d+:[^]*$/, '').replace(/\.$/, '');
  const message = `This is no YAML: ${reason}.`;
  return [{ severity: 'error', code: 'INVALID_YAML', message, places: [{ file: file.path, line, column }] }];
}

/**
 * An alias of an anchor that is not there shows only when the value is made.
 *
 * @param {import('yaml').Document} document
 * @returns {{ message: string, pos: [number, number] }[]}
 */
function unresolved(document) {
  try {
    document.toJS();
    return [];
  } catch (error) {
    return [{ message: /** @type {Error} */ (error).message, pos: [0, 0] }];
  }
}

/**
 * @param {SchemaFile} file
 * @param {any} schema
 * @param {import('ajv').ValidateFunction} validate
 * @returns {Finding[]}
 */
function fileFindings(file, schema, validate) {
  const broken = brokenYaml(file);
  if (broken.length > 0) return broken;
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const value = expanded(document.toJS() ?? {});
  if (validate(value)) return [];
  const inOrder = told(validate.errors ?? [], value, schema)
    .map((each) => ({ ...each, offset: offsetOf(document, each.path) }))
    .sort((one, other) => one.offset - other.offset);
  return inOrder.map(({ offset, message, advice }) => {
    const { line, col: column } = lines.linePos(offset);
    return { severity: 'error', code: 'ROUTER_CONFIGURATION', message, places: [{ file: file.path, line, column }], advice };
  });
}

/**
 * As the router does before it validates: what the environment sets is taken at its default, and typed as it looks.
 *
 * @param {any} value
 * @returns {any}
 */
function expanded(value) {
  if (Array.isArray(value)) return value.map(expanded);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expanded(each)]));
  if (typeof value !== 'string' || !value.includes('${')) return value;
  let isKnown = true;
  const text = value.replace(/\$\{(?:env|file)\.[^}:]+(?::-((?:[^{}]|\{[^{}]*\})*))?\}/g, (_all, fallback) => {
    isKnown &&= fallback !== undefined;
    return fallback ?? '';
  });
  return isKnown ? typed(text) : UNKNOWN;
}

/** @param {string} text */
function typed(text) {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** @typedef {{ path: string[], message: string, advice?: string }} Told */

/**
 * A value that may have one of several forms fails in each of them. What a person has to mend is what lies deepest, and is wrong in
 * all forms.
 *
 * @param {SchemaError[]} errors
 * @param {any} value
 * @param {any} schema
 * @returns {Told[]}
 */
function told(errors, value, schema) {
  const open = new Set(errors.filter((error) => isChoiceOfUnknown(error, value)).map(({ instancePath }) => instancePath));
  const real = errors.filter((error) => valueAt(value, pointer(error.instancePath)) !== UNKNOWN);
  const refusedKeys = real.filter(isUnknownKey);
  const unknownKeys = refusedKeys.filter((error) => !namesAt(schema, pointer(error.instancePath)).has(keyOf(error)));
  const settled = real.filter(({ instancePath }) => !open.has(instancePath));
  const others = settled.filter((error) => !isUnknownKey(error));
  // Keys that are known, and yet refused: those of different forms were mixed.
  if (unknownKeys.length === 0 && others.length === 0) {
    return settled.slice(0, 1).map(({ instancePath }) => mixed(pointer(instancePath), value));
  }
  const paths = [
    ...unknownKeys.map((error) => [...pointer(error.instancePath), keyOf(error)]),
    ...others.map((error) => pointer(error.instancePath)),
  ];
  const isAbove = (/** @type {string[]} */ path, /** @type {string[]} */ other) =>
    other.length > path.length && same(other.slice(0, path.length), path);
  const deepest = unique(paths).filter((path) => !paths.some((other) => isAbove(path, other)));
  return deepest.map((path) => {
    const there = others.filter((error) => same(pointer(error.instancePath), path));
    const isUnknown = unknownKeys.some((error) => same([...pointer(error.instancePath), keyOf(error)], path));
    return isUnknown ? unknownKey(path, schema) : wrongValue(path, there, valueAt(value, path));
  });
}

/**
 * @param {string[]} path
 * @param {any} schema
 * @returns {Told}
 */
function unknownKey(path, schema) {
  const key = path.at(-1) ?? '';
  const parent = path.slice(0, -1).join('.');
  const names = [...namesAt(schema, path.slice(0, -1))].sort();
  const near = names
    .map((name) => ({ name, steps: distance(key, name) }))
    .filter(({ name, steps }) => steps <= Math.max(2, Math.ceil(name.length / 3)))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, 3);
  const message = `The router knows no key ${key}${parent ? ` in ${parent}` : ''}.`;
  if (near.length > 0) return { path, message, advice: `Did you mean ${near.map(({ name }) => name).join(' or ')}?` };
  if (names.length === 0) return { path, message };
  return { path, message, advice: `It knows ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' and others' : ''}.` };
}

/**
 * @param {string[]} path
 * @param {any} value
 * @returns {Told}
 */
function mixed(path, value) {
  return wrongValue(path, [], valueAt(value, path));
}

/**
 * @param {string[]} path
 * @param {SchemaError[]} errors
 * @param {any} value
 * @returns {Told}
 */
function wrongValue(path, errors, value) {
  const where = path.join('.') || 'The configuration';
  const required = errors.filter(({ keyword }) => keyword === 'required').map(({ params }) => params.missingProperty);
  const types = errors.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => params.type);
  const choices = [
    ...errors.filter(({ keyword }) => keyword === 'enum').flatMap(({ params }) => params.allowedValues),
    ...errors.filter(({ keyword }) => keyword === 'const').map(({ params }) => params.allowedValue),
  ];
  const isObject = value && typeof value === 'object';
  if (required.length > 0 && isObject) return { path, message: `${where} lacks ${unique(required.map((name) => [name])).join(' or ')}.` };
  const wanted = [...new Set([...choices.map((choice) => JSON.stringify(choice)), ...types.map(typeName)])];
  if (wanted.length > 0) return { path, message: `${where} must be ${wanted.join(' or ')}, not ${shown(value)}.` };
  const plain = errors.find(({ keyword }) => !['anyOf', 'oneOf', 'allOf', 'if'].includes(keyword));
  if (plain) return { path, message: `${where} ${plain.message}, and is ${shown(value)}.` };
  return { path, message: `${where} has none of the forms that the router takes: ${shown(value)}.` };
}

/** @param {string} type */
function typeName(type) {
  const names = /** @type {Record<string, string>} */ ({
    boolean: 'true or false',
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    array: 'a list',
    object: 'a map of keys',
    null: 'null',
  });
  return names[type] ?? type;
}

/** @param {unknown} value */
function shown(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** @param {SchemaError} error */
function isUnknownKey({ keyword }) {
  return keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
}

/**
 * @param {SchemaError} error
 * @returns {string}
 */
function keyOf({ params }) {
  return params.additionalProperty ?? params.unevaluatedProperty;
}

/** @param {string} instancePath */
function pointer(instancePath) {
  return instancePath.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * The keys that any form of the value at a path may have.
 *
 * @param {any} schema
 * @param {string[]} path
 * @returns {Set<string>}
 */
function namesAt(schema, path) {
  let forms = formsOf(schema, schema);
  for (const key of path) forms = forms.flatMap((form) => below(form, key)).flatMap((next) => formsOf(next, schema));
  return new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})));
}

/**
 * @param {any} form
 * @param {string} key
 */
function below(form, key) {
  if (form.properties && Object.hasOwn(form.properties, key)) return [form.properties[key]];
  const items = /^\d+$/.test(key) ? [form.items].flat() : [];
  const patterns = Object.entries(form.patternProperties ?? {}).filter(([pattern]) => new RegExp(pattern).test(key));
  const matching = patterns.map(([, each]) => each);
  return [...items, ...matching, form.additionalProperties].filter((each) => each && typeof each === 'object');
}

/**
 * @param {any} form
 * @param {any} root
 * @param {Set<any>} [seen]
 * @returns {any[]} it, and what it refers to or offers to choose from
 */
function formsOf(form, root, seen = new Set()) {
  if (!form || typeof form !== 'object' || seen.has(form)) return [];
  seen.add(form);
  const referred = form.$ref ? [valueAt(root, pointer(form.$ref.slice(1)))] : [];
  const more = [...referred, ...(form.allOf ?? []), ...(form.anyOf ?? []), ...(form.oneOf ?? []), form.then, form.else];
  return [form, ...more.flatMap((each) => formsOf(each, root, seen))];
}

/**
 * @param {any} value
 * @param {string[]} path
 */
function valueAt(value, path) {
  return path.reduce((each, key) => each?.[key], value);
}

/**
 * Which of several forms fits can depend on any value in it, so with one that only the environment knows none is refused.
 *
 * @param {SchemaError} error
 * @param {any} value
 */
function isChoiceOfUnknown({ instancePath, keyword }, value) {
  return ['anyOf', 'oneOf'].includes(keyword) && holdsUnknown(valueAt(value, pointer(instancePath)));
}

/**
 * @param {any} value
 * @returns {boolean}
 */
function holdsUnknown(value) {
  return value === UNKNOWN || (value !== null && typeof value === 'object' && Object.values(value).some(holdsUnknown));
}

/**
 * Where a key stands in the text, or the nearest thing around it.
 *
 * @param {import('yaml').Document} document
 * @param {string[]} path
 */
function offsetOf(document, path) {
  /** @type {any} */
  let node = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((item) => String(/** @type {any} */ (item.key)?.value) === key) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    offset = /** @type {any} */ (pair?.key ?? next)?.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

/** @param {string[][]} paths */
function unique(paths) {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function same(one, other) {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/**
 * How many letters have to change (Levenshtein).
 *
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_each, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
