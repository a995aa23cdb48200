package dev.lifeos.notification.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How live events are told.
 *
 * @param poll how often a subscription looks for events that no hint told of
 * @param kept how long events can be caught up with
 * @param perPerson how many subscriptions a person may have at once, for each instance
 * @param batch how many events are read at once
 */
@ConfigurationProperties("lifeos.notification.live")
record LiveProperties(
    @DefaultValue("15s") Duration poll,
    @DefaultValue("7d") Duration kept,
    @DefaultValue("20") int perPerson,
    @DefaultValue("100") int batch) {}
