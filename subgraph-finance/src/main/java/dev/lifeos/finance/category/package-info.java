/** What transactions are for, and how they count. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.category;
