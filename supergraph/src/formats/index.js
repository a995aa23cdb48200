import { github } from './github.js';
import { human } from './human.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';

/** @typedef {{ out: (line: string) => void, err: (line: string) => void }} Streams */

/** @type {Record<string, (report: import('../finding.js').Report, streams: Streams) => void>} */
export const FORMATS = { human, json, junit, sarif, github, markdown };
