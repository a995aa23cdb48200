import type { IncomingMessage } from 'node:http';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AccessModule } from './common/access.module';
import { DatabaseModule } from './common/database.module';
import { RequestContext } from './common/request-context';
import { TokenVerifier } from './common/token-verifier';

/** A domain's module, with the entities that no query of its subgraph leads to. */
export type Domain = Type & { entities: Type[] };

@Module({})
export class SubgraphModule {
  static of(domain: Domain): DynamicModule {
    return {
      module: SubgraphModule,
      imports: [
        DatabaseModule,
        GraphQLModule.forRootAsync<ApolloFederationDriverConfig>({
          driver: ApolloFederationDriver,
          imports: [AccessModule],
          inject: [TokenVerifier],
          useFactory: (tokens: TokenVerifier) => options(tokens, domain.entities),
        }),
        domain,
      ],
    };
  }
}

function options(tokens: TokenVerifier, orphanedTypes: Type[]): ApolloFederationDriverConfig {
  return {
    autoSchemaFile: { federation: 2 },
    buildSchemaOptions: { orphanedTypes },
    context: async ({ headers }: Pick<IncomingMessage, 'headers'>) =>
      new RequestContext(await tokens.caller(headers.authorization)),
    introspection: false,
    playground: false,
    persistedQueries: false,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    // They hook into each field of each request, and nobody reads what they find.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
  };
}
