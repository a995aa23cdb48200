/** Tests of calendars, against a fake of Google. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.calendar;
