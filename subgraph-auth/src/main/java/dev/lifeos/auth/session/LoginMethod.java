package dev.lifeos.auth.session;

/** How somebody showed who they are; the schema describes each. */
public enum LoginMethod {
  PASSWORD,
  GOOGLE,
  PASSKEY,
  EMAIL;

  /**
   * Whether it is two factors by itself: a passkey is something one has, opened by something one
   * knows or is.
   */
  public boolean isStrong() {
    return this == PASSKEY;
  }
}
