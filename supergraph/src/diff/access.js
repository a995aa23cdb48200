/** @typedef {import('./elements.js').Applied} Applied */

/** @type {Record<string, string[]>} */
const ADMITTED = {
  PUBLIC: ['anyone', 'signed in', 'the person', 'services', 'admins'],
  SIGNED_IN: ['signed in', 'the person', 'admins'],
  SELF: ['the person'],
  SERVICE: ['services', 'admins'],
  ADMIN: ['admins'],
};

/** @typedef {{ to: string, scope?: string }} Access */

/**
 * Who may use something after a change of its `@access`: SELF to ADMIN both tightens and loosens it, as neither holds
 * the other. No `@access` at all restricts nobody.
 *
 * @param {Access | undefined} before
 * @param {Access | undefined} after
 */
export function compareAccess(before, after) {
  const [old, now] = [admittedBy(before), admittedBy(after)];
  const isUnknown = (!old || !now) && before?.to !== after?.to;
  const scopes = { added: after?.scope !== undefined && after.scope !== before?.scope, removed: before?.scope !== undefined && before.scope !== after?.scope };
  return {
    tightened: isUnknown || scopes.added || !isWithin(old, now),
    loosened: isUnknown || scopes.removed || !isWithin(now, old),
  };
}

/** @param {Access | undefined} access */
function admittedBy(access) {
  return access ? ADMITTED[access.to] : ADMITTED.PUBLIC;
}

/**
 * @param {string[] | undefined} some
 * @param {string[] | undefined} all
 */
function isWithin(some, all) {
  return (some ?? []).every((each) => (all ?? some ?? []).includes(each));
}

/**
 * @param {Applied | undefined} applied
 * @param {string} defaultTo
 * @returns {Access | undefined}
 */
export function accessOf(applied, defaultTo) {
  if (!applied) return undefined;
  const { to, scope } = /** @type {Record<string, any>} */ (applied.args);
  return { to: to?.value ?? defaultTo, scope: scope?.value };
}

/** @param {Access | undefined} access */
export function showAccess(access) {
  if (!access) return 'no @access';
  return access.scope === undefined ? access.to : `${access.to} with the scope ${access.scope}`;
}
