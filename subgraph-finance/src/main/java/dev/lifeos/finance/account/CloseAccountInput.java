package dev.lifeos.finance.account;

import java.util.UUID;

/** What {@code closeAccount} takes. */
record CloseAccountInput(UUID id) {}
