/** Twilio's messages: taken by its API and shown. */
@NullMarked
package dev.lifeos.simulators.sms;

import org.jspecify.annotations.NullMarked;
