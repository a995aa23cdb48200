/** What must not be written down. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.secret;
