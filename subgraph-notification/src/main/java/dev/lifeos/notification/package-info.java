/** The notification subgraph: a person's inbox, and what happens in it, live. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.notification;
