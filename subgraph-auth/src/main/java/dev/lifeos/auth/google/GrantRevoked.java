package dev.lifeos.auth.google;

/** The person has withdrawn the grant, or it has expired: they have to be asked anew. */
public final class GrantRevoked extends Exception {

  /** It is good no more. */
  public GrantRevoked() {
    super("The grant is good no more", null, false, false);
  }
}
