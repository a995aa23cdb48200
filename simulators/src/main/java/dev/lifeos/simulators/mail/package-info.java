/** Takes mail by SMTP and shows it. */
@NullMarked
package dev.lifeos.simulators.mail;

import org.jspecify.annotations.NullMarked;
