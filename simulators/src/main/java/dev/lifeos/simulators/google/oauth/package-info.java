/** Google's OAuth 2.0 and OpenID Connect. */
@NullMarked
package dev.lifeos.simulators.google.oauth;

import org.jspecify.annotations.NullMarked;
