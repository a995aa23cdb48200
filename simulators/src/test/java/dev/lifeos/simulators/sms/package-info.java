/** Twilio's signature. */
@NullMarked
package dev.lifeos.simulators.sms;

import org.jspecify.annotations.NullMarked;
