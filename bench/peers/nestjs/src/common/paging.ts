import type { Type } from '@nestjs/common';
import { ArgsType, Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

const DEFAULT_FIRST = 20;
const MAX_FIRST = 100;
// Lies before everything: lists are newest first.
const BEGINNING = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_FIRST })
  first: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

@ObjectType()
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor?: string;

  @Field(() => String, { nullable: true })
  endCursor?: string;
}

export interface Page<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
}

/** The GraphQL types of a connection. */
export function Connection<T>(node: Type<T>) {
  @ObjectType(`${node.name}Edge`)
  class EdgeType {
    @Field(() => node)
    node: T;

    @Field(() => String)
    cursor: string;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionType implements Page<T> {
    @Field(() => [EdgeType])
    edges: Edge<T>[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }

  return ConnectionType;
}

/** A row that belongs to somebody and has a place in a list. */
export interface Placed {
  id: string;
  ownerId: string;
}

/** The cursor is made only where it is asked for. */
class Edge<T> {
  constructor(
    readonly node: T,
    private readonly place: (node: T) => string,
  ) {}

  get cursor(): string {
    return Buffer.from(this.place(this.node)).toString('base64url');
  }
}

/** `after` as the sort keys of a list, and one row more than asked for, which tells whether there is a next page. */
export function keyset({ first, after }: PageArgs): [time: string, id: string, limit: number] {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MAX_FIRST) {
    throw invalid(`\`first\` must be between 1 and ${MAX_FIRST}.`);
  }
  const [time, id] = after ? decode(after) : BEGINNING;
  return [time, id, size + 1];
}

/** The page of each owner, in the order of the owners. */
export function pages<T extends Placed>(
  owners: readonly string[],
  rows: T[],
  args: PageArgs,
  sortKey: (node: T) => string,
): Page<T>[] {
  const place = (node: T) => `${sortKey(node)} ${node.id}`;
  const rowsOf = new Map<string, T[]>(owners.map((owner) => [owner, []]));
  for (const row of rows) {
    rowsOf.get(row.ownerId)?.push(row);
  }
  return owners.map((owner) => page(rowsOf.get(owner) ?? [], args, place));
}

function page<T>(rows: T[], { first, after }: PageArgs, place: (node: T) => string): Page<T> {
  const size = first ?? DEFAULT_FIRST;
  const edges = rows.slice(0, size).map((row) => new Edge(row, place));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      get startCursor() {
        return edges.at(0)?.cursor;
      },
      get endCursor() {
        return edges.at(-1)?.cursor;
      },
    },
  };
}

function decode(cursor: string): string[] {
  const keys = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (keys.length !== 2 || !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(keys[0]) || !/^[\da-f-]{36}$/.test(keys[1])) {
    throw invalid('The cursor is not one of this connection.');
  }
  return keys;
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
