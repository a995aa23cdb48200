import { Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Caller } from './caller';
import { settings } from './settings';

/** Verifies access tokens (RFC 9068) by the published keys, which `jose` keeps. */
@Injectable()
export class TokenVerifier {
  private readonly keys = createRemoteJWKSet(new URL(settings.jwksUri));

  async caller(authorization: string | undefined): Promise<Caller> {
    if (!authorization) {
      return Caller.anonymous;
    }
    try {
      const { payload } = await jwtVerify(authorization.replace(/^bearer +/i, ''), this.keys, {
        algorithms: ['ES256'],
        typ: 'at+jwt',
        issuer: settings.issuer,
        audience: settings.audience,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: 30,
      });
      return Caller.of(payload);
    } catch {
      throw new GraphQLError('The access token is not valid.', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    }
  }
}
