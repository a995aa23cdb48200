/** Mails to people: queued with the change they tell of, sent by SMTP. */
@NullMarked
package dev.lifeos.auth.mail;

import org.jspecify.annotations.NullMarked;
