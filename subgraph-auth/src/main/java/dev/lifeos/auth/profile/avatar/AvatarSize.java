package dev.lifeos.auth.profile.avatar;

/** How large a picture is shown; the schema describes each value. */
public enum AvatarSize {
  SMALL(64),
  MEDIUM(256),
  LARGE(512);

  private final int pixels;

  AvatarSize(int pixels) {
    this.pixels = pixels;
  }

  /** The length of each side. */
  int pixels() {
    return pixels;
  }
}
