package dev.lifeos.finance.transaction;

/** Which way a list is ordered. */
enum OrderDirection {
  ASC,
  DESC
}
