import 'reflect-metadata';
import cluster from 'node:cluster';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Subgraph, settings } from './common/settings';
import { type Domain, SubgraphModule } from './subgraph.module';

// Only the one that is served is loaded: each has a `User` of its own.
const domains: Record<Subgraph, () => Promise<Domain>> = {
  auth: async () => (await import('./auth/auth.module.js')).AuthModule,
  health: async () => (await import('./health/health.module.js')).HealthModule,
  finance: async () => (await import('./finance/finance.module.js')).FinanceModule,
  learning: async () => (await import('./learning/learning.module.js')).LearningModule,
  notification: async () => (await import('./notification/notification.module.js')).NotificationModule,
};

async function serve(): Promise<void> {
  const domain = await domains[settings.subgraph]();
  // Longer than the router keeps idle connections, so that none is closed while a request is on its way.
  const adapter = new FastifyAdapter({ keepAliveTimeout: 75_000, bodyLimit: 2_000_000 });
  const app = await NestFactory.create<NestFastifyApplication>(SubgraphModule.of(domain), adapter, {
    logger: ['error', 'fatal'],
  });
  app.enableShutdownHooks();
  await app.listen(settings.port, '127.0.0.1');
}

function supervise(): void {
  for (let worker = 0; worker < settings.workers; worker++) {
    cluster.fork();
  }
  // A subgraph that has lost a worker is not the one to be measured.
  cluster.on('exit', () => process.exit(1));
}

if (cluster.isPrimary && settings.workers > 1) {
  supervise();
} else {
  void serve();
}
