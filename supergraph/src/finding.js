/** @typedef {import('./problem.js').Place} Place */

/**
 * Whose operation it is that uses something.
 *
 * @typedef {object} Use
 * @property {string} client its name
 * @property {string} version its version, or `observed` where requests were counted
 * @property {string} operation the operation's name
 * @property {Place} [place] where in the client's repository, where it is registered
 * @property {number} [count] how many requests in the window, where they were counted
 */

/**
 * What a command has to say about one place. An error fails the command; a warning and a note do not.
 *
 * @typedef {object} Finding
 * @property {'error' | 'warning' | 'note'} severity
 * @property {string} code in upper case, stable, which approvals and baselines name
 * @property {string} message one sentence
 * @property {Place[]} places the first is shown first
 * @property {string} [coordinate] the schema coordinate it is about: `User.vitals`, `User.vitals(first:)`, `VitalType.MOOD`
 * @property {string} [variant] the variant of the supergraph: `current`, or a contract's name
 * @property {Use[]} [uses] who is hurt
 * @property {string} [advice] how to do it safely, one sentence
 * @property {string} [change] the change's identifier, which an approval names
 */

/**
 * What a command ends with; a format makes text of it.
 *
 * @typedef {object} Report
 * @property {string} command
 * @property {Finding[]} findings
 * @property {string} summary one sentence
 * @property {number} exitCode one of EXIT
 * @property {Record<string, unknown>} [data] what else the JSON holds
 */

export {};
