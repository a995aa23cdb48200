/** A person's notifications: sent, read, put away and counted. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.notification.inbox;
