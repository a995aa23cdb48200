import { GraphQLError } from 'graphql';
import type { JWTPayload } from 'jose';

/** Who asks, by a verified token. */
export class Caller {
  static readonly anonymous = new Caller(undefined, new Set(), false);

  private constructor(
    private readonly subject: string | undefined,
    private readonly scopes: ReadonlySet<string>,
    private readonly isService: boolean,
  ) {}

  static of(claims: JWTPayload): Caller {
    const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
    const roles = Array.isArray(claims.roles) ? claims.roles : [];
    return new Caller(claims.sub, new Set(scopes), roles.some((role) => String(role).toUpperCase() === 'SERVICE'));
  }

  /** The signed-in person's id, or an error. */
  personId(): string {
    const subject = this.signedIn();
    if (this.isService) {
      throw forbidden('Only a person may do this.');
    }
    return subject;
  }

  /** Lets the person whose record it is through, and services, if the token has the scope; throws otherwise. */
  admit(ownerId: string, scope: string): void {
    const subject = this.signedIn();
    if (!this.scopes.has(scope)) {
      throw forbidden(`The token lacks the scope \`${scope}\`.`);
    }
    if (!this.isService && subject !== ownerId) {
      throw forbidden('This belongs to another person.');
    }
  }

  private signedIn(): string {
    if (!this.subject) {
      throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
    }
    return this.subject;
  }
}

function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}
