/** What was spent on what. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.spending;
