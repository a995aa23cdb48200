/** A person's calendar at Google, read into the database whenever it changes. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.calendar;
