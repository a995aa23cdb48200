package dev.lifeos.auth.mail;

import java.util.Locale;

/** The mails that auth sends; {@code mail/<kind>.txt} has the words of each. */
public enum MailKind {
  VERIFY_EMAIL,
  ALREADY_REGISTERED,
  RESET_PASSWORD,
  PASSWORD_CHANGED,
  NEW_DEVICE,
  FACTOR_CHANGED,
  FACTOR_FAILED,
  IDENTITY_CHANGED,
  CALENDAR_REAUTH,
  DELETION_REQUESTED,
  DELETION_CANCELLED,
  EXPORT_READY,
  APP_AUTHORIZED,
  ROLE_CHANGED;

  String template() {
    return "mail/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }
}
