/** The auth subgraph, as its users meet it. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth;
