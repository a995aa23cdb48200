/** What happens in an inbox, live: kept as a log, told by subscriptions. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.notification.live;
