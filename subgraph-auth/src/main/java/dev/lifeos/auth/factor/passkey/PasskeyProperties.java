package dev.lifeos.auth.factor.passkey;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which web site passkeys belong.
 *
 * @param rpId the site's domain; passkeys are bound to it for good
 * @param origins the pages that may use them; where none is named, that of {@code lifeos.web-url}
 */
@ConfigurationProperties("lifeos.passkey")
record PasskeyProperties(
    @DefaultValue("localhost") String rpId, @DefaultValue Set<String> origins) {}
