package dev.lifeos.launcher.demo;

/** What money is spent on or comes from: categories of the finance subgraph, by their codes. */
enum Purpose {
  INCOME,
  TRANSFER,
  RENT_AND_MORTGAGE,
  UTILITIES,
  GROCERIES,
  DINING,
  TRANSPORT,
  SHOPPING,
  SUBSCRIPTIONS,
  HEALTH,
  PERSONAL_CARE,
  ENTERTAINMENT,
  TRAVEL
}
