package dev.lifeos.auth.key;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing keys are renewed.
 *
 * @param signFor how long one signs until the next takes over
 */
@ConfigurationProperties("lifeos.signing-keys")
record SigningKeyProperties(@DefaultValue("30d") Duration signFor) {}
