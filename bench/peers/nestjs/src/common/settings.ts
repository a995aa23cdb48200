export type Subgraph = 'auth' | 'health' | 'finance' | 'learning' | 'notification';

const { env } = process;

/** What the environment says. */
export const settings = {
  subgraph: required('SUBGRAPH') as Subgraph,
  port: Number(required('PORT')),
  databaseUrl: required('DATABASE_URL'),
  jwksUri: required('JWKS_URI'),
  issuer: env.ISSUER ?? 'http://localhost:3000',
  audience: env.AUDIENCE ?? 'lifeos',
  workers: Number(env.WORKERS ?? 2),
  poolSize: Number(env.DB_POOL ?? 10),
};

function required(name: string): string {
  const value = env[name];
  if (!value) {
    throw new Error(`Set ${name}.`);
  }
  return value;
}
