/** The auth subgraph. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth;
