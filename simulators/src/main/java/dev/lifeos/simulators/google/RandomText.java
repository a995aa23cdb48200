package dev.lifeos.simulators.google;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Text that cannot be guessed. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // What Google lets identifiers of events be made of.
  private static final String ID = "0123456789abcdefghijklmnopqrstuv";

  private RandomText() {}

  /** Letters, digits, "-" and "_". */
  public static String token(int length) {
    return of(URL, length);
  }

  /** Digits and the letters a to v. */
  public static String id(int length) {
    return of(ID, length);
  }

  private static String of(String alphabet, int length) {
    return RANDOM
        .ints(length, 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }
}
