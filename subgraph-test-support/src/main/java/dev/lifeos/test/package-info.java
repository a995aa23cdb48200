/**
 * What a subgraph's tests stand on: real servers, tokens, a GraphQL client, SQL counts, shared
 * contracts.
 */
@org.jspecify.annotations.NullMarked
package dev.lifeos.test;
