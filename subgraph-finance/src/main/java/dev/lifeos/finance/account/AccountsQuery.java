package dev.lifeos.finance.account;

/** What of {@code User.accounts} is asked for. */
record AccountsQuery(boolean includeClosed) {}
