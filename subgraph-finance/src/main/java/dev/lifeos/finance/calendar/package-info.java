/** Days, weeks and months of the calendar. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.calendar;
