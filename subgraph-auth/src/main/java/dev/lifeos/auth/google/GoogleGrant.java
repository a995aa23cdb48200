package dev.lifeos.auth.google;

import java.util.Set;

/**
 * What Google gives for a code.
 *
 * @param refreshToken empty where there is none
 * @param scopes what the person has consented to
 */
record GoogleGrant(String idToken, String refreshToken, Set<String> scopes) {

  /** Nothing of a token gets into a log. */
  @Override
  public String toString() {
    return "GoogleGrant";
  }
}
