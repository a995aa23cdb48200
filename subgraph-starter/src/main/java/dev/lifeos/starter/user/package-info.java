/** The federated User in the subgraphs that extend it. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.user;
