package dev.lifeos.launcher.demo;

import java.math.BigDecimal;

/** The demo person's accounts. */
enum Purse {
  CHECKING("Everyday account", "CHECKING", "2840.15"),
  SAVINGS("Rainy-day savings", "SAVINGS", "7250.00"),
  CARD("Credit card", "CREDIT_CARD", "-312.40");

  private final String title;
  private final String type;
  private final BigDecimal opening;

  Purse(String title, String type, String opening) {
    this.title = title;
    this.type = type;
    this.opening = new BigDecimal(opening);
  }

  String title() {
    return title;
  }

  /** The kind of account, as the finance subgraph names it. */
  String type() {
    return type;
  }

  /** What is in it before the first movement. */
  BigDecimal opening() {
    return opening;
  }
}
