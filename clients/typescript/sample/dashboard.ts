// Prints the start page of a person: LIFEOS_EMAIL and LIFEOS_PASSWORD say whose, LIFEOS_ENDPOINT where.
import { DashboardDocument, LifeOsClient, LifeOsError, LoginDocument } from '../src/index.js';

const endpoint = process.env['LIFEOS_ENDPOINT'] ?? 'http://localhost:3000/graphql';

async function login(): Promise<string> {
  const { LIFEOS_EMAIL: email, LIFEOS_PASSWORD: password } = process.env;
  if (!email || !password) throw new Error('LIFEOS_EMAIL and LIFEOS_PASSWORD have to be set.');
  const { login: payload } = await new LifeOsClient({ endpoint }).request(LoginDocument, { input: { email, password } });
  if (!payload.session) throw new Error(payload.errors.map(({ message }) => message).join(' '));
  return payload.session.accessToken;
}

async function dashboard(token: string): Promise<void> {
  const client = new LifeOsClient({ endpoint, token: () => token, persistedQueries: true });
  const { me } = await client.request(DashboardDocument);
  console.log(me?.fullName ?? 'Nobody');
  for (const { node } of me?.vitals?.edges ?? []) console.log(`  ${node.recordedAt}  ${node.type} ${node.value} ${node.unit}`);
  for (const { node } of me?.transactions?.edges ?? []) console.log(`  ${node.date}  ${node.amount.amount} ${node.amount.currency}  ${node.merchantName ?? ''}`);
  for (const { node } of me?.progress?.edges ?? []) console.log(`  ${node.course.title}: ${node.percent} %`);
  console.log(`  ${me?.notifications?.unreadCount ?? 0} unread`);
}

try {
  await dashboard(await login());
} catch (error) {
  const id = error instanceof LifeOsError ? ` (${error.code}, correlation id ${error.correlationId ?? 'unknown'})` : '';
  console.error(`${error instanceof Error ? error.message : error}${id}`);
  process.exitCode = 1;
}
