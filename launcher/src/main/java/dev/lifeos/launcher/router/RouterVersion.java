package dev.lifeos.launcher.router;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Apollo Router.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record RouterVersion(int major, int minor, int patch) implements Comparable<RouterVersion> {
  /** The version that LifeOS installs. */
  public static final RouterVersion WANTED = new RouterVersion(2, 17, 0);

  private static final RouterVersion TOO_NEW = new RouterVersion(3, 0, 0);
  private static final Pattern NUMBERS =
      Pattern.compile("\\bv?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\b");
  private static final Comparator<RouterVersion> ORDER =
      Comparator.comparingInt(RouterVersion::major)
          .thenComparingInt(RouterVersion::minor)
          .thenComparingInt(RouterVersion::patch);

  /** Reads what {@code router --version} prints. */
  public static Optional<RouterVersion> parse(String output) {
    Matcher found = NUMBERS.matcher(output);
    return found.find()
        ? Optional.of(
            new RouterVersion(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3))))
        : Optional.empty();
  }

  /** Whether router.yaml is written for it: 2.17 or a later 2.x. */
  public boolean fits() {
    return compareTo(WANTED) >= 0 && compareTo(TOO_NEW) < 0;
  }

  @Override
  public int compareTo(RouterVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
