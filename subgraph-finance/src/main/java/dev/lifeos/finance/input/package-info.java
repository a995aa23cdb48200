/** What all inputs are checked by. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.input;
