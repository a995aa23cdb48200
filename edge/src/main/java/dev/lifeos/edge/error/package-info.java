/** What clients see of a failure: always a GraphQL-shaped error. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.error;
