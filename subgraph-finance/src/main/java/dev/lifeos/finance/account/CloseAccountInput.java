package dev.lifeos.finance.account;

/** What {@code closeAccount} takes. */
record CloseAccountInput(String id) {}
