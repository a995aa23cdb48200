package dev.lifeos.finance.transaction;

import dev.lifeos.starter.paging.Page;

/**
 * One page of transactions.
 *
 * @param withDetails whether tags or notes were asked for: without them, the index alone answers
 */
record TransactionsQuery(
    TransactionScope scope,
    TransactionFilter filter,
    TransactionOrder order,
    Page page,
    boolean withDetails) {}
