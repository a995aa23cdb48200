package dev.lifeos.auth.profile.phone;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which numbers codes are sent, and how many: whoever owns expensive numbers earns by having
 * messages sent there.
 *
 * @param regions countries, ISO 3166 ({@code DE}); all where there are none
 * @param perRegionAndDay to one country, from all people together
 * @param perDay to anywhere, from all people together
 */
@ConfigurationProperties("lifeos.phone")
record PhoneProperties(
    @DefaultValue Set<String> regions,
    @DefaultValue("500") int perRegionAndDay,
    @DefaultValue("2000") int perDay) {}
