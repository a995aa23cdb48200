const TIMEOUT_MILLISECONDS = 30_000;

/**
 * One operation; fails with a sentence where the answer is not 200 or has errors.
 *
 * @param {string} url
 * @param {string} query
 * @param {Record<string, unknown>} [variables]
 * @param {string} [token]
 * @returns {Promise<any>} its data
 */
export async function graphql(url, query, variables = {}, token = undefined) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 400)}`);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`${url} answered with errors: ${JSON.stringify(errors).slice(0, 600)}`);
  return data;
}
