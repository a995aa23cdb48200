/** Transactions: recorded, changed and listed. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.transaction;
