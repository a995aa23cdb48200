package dev.lifeos.auth.password;

import org.jspecify.annotations.Nullable;

record ChangePasswordInput(@Nullable String currentPassword, String newPassword) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "ChangePasswordInput";
  }
}
