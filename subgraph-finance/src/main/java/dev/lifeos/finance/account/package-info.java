/** Accounts and their balances. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.account;
