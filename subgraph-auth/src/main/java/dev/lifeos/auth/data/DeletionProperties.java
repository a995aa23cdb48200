package dev.lifeos.auth.data;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are deleted.
 *
 * @param grace how long people can change their minds
 */
@ConfigurationProperties("lifeos.deletion")
record DeletionProperties(@DefaultValue("14d") Duration grace) {}
