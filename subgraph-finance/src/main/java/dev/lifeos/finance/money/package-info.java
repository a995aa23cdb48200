/** Exact amounts of one currency. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.money;
