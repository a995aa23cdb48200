/** Google Calendar, version 3. */
@NullMarked
package dev.lifeos.simulators.google.calendar;

import org.jspecify.annotations.NullMarked;
