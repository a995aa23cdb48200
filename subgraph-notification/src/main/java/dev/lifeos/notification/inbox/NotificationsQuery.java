package dev.lifeos.notification.inbox;

import dev.lifeos.starter.paging.Page;

/**
 * One page of {@code User.notifications}.
 *
 * @param withMessage whether messages were asked for: without them, an index alone answers
 */
record NotificationsQuery(NotificationFilter filter, Page page, boolean withMessage) {}
