import { Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { Caller } from './caller';
import { settings } from './settings';

const CLOCK_TOLERANCE_SECONDS = 30;
const KEPT_MILLISECONDS = 5 * 60 * 1000;
const MOST_KEPT = 5_000;

/** Verifies access tokens (RFC 9068) by the published keys, which `jose` keeps; each once in five minutes, as LifeOS does. */
@Injectable()
export class TokenVerifier {
  private readonly keys = createRemoteJWKSet(new URL(settings.jwksUri));
  private readonly known = new LRUCache<string, { caller: Caller; ends: number }>({ max: MOST_KEPT, ttl: KEPT_MILLISECONDS });

  async caller(authorization: string | undefined): Promise<Caller> {
    if (!authorization) {
      return Caller.anonymous;
    }
    const known = this.known.get(authorization);
    if (known && Date.now() < known.ends) {
      return known.caller;
    }
    try {
      const { payload } = await jwtVerify(authorization.replace(/^bearer +/i, ''), this.keys, {
        algorithms: ['ES256'],
        typ: 'at+jwt',
        issuer: settings.issuer,
        audience: settings.audience,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const caller = Caller.of(payload);
      this.known.set(authorization, { caller, ends: ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000 });
      return caller;
    } catch {
      throw new GraphQLError('The access token is not valid.', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
  }
}
