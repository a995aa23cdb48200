import { graphql } from './graphql.js';

const REFRESH = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { session { accessToken refreshToken } errors { code message } }
}`;
const SERVICE = `mutation ($input: IssueServiceTokenInput!) {
  issueServiceToken(input: $input) { accessToken errors { code message } }
}`;

/** Access tokens live ten minutes; a scenario takes less than the rest. */
const FRESH_MILLISECONDS = 3 * 60_000;
const AT_ONCE = 8;

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} email
 * @property {string} refreshToken
 * @property {string} [accessToken]
 * @property {number} [since] when the access token was issued
 */

/** The people of a data set, whose tokens are redeemed as any client redeems them. */
export class People {
  /**
   * @param {string} auth the auth subgraph's URL
   * @param {string} serviceSecret
   * @param {Person[]} people
   */
  constructor(auth, serviceSecret, people) {
    this.auth = auth;
    this.serviceSecret = serviceSecret;
    this.people = people;
  }

  /**
   * @param {number} count
   * @returns {Promise<(Person & { accessToken: string })[]>} the first so many people, each with an access token of its own
   */
  async signedIn(count) {
    const wanted = this.people.slice(0, count);
    const stale = wanted.filter(({ since = 0 }) => Date.now() - since > FRESH_MILLISECONDS);
    const queue = stale.values();
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#each(queue)));
    return /** @type {(Person & { accessToken: string })[]} */ (wanted);
  }

  /** From now on all access tokens count as old. */
  age() {
    this.people.forEach((person) => (person.since = 0));
  }

  /** @returns {Promise<string>} a token that may read for everybody, as a service's does */
  async serviceToken() {
    const input = { clientId: 'bench', clientSecret: this.serviceSecret };
    const { issueServiceToken } = await graphql(this.auth, SERVICE, { input });
    return issueServiceToken.accessToken;
  }

  /** @param {Iterable<Person>} queue shared: each takes what the others have left */
  async #each(queue) {
    for (const person of queue) {
      const { refreshSession } = await graphql(this.auth, REFRESH, { input: { refreshToken: person.refreshToken } });
      if (!refreshSession.session) throw new Error(`A person of the bench could not sign in: ${JSON.stringify(refreshSession.errors)}`);
      Object.assign(person, refreshSession.session, { since: Date.now() });
    }
  }
}
