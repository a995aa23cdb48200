/** What came in and went out over time. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.cashflow;
