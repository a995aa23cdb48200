package dev.lifeos.auth.google;

/** Where else people have accounts by which they log in here. */
public enum OAuthProvider {
  GOOGLE
}
