package dev.lifeos.launcher.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What is booked every month on the same day.
 *
 * @param dayOfMonth the day
 * @param purse the account
 * @param amount how much, negative for costs
 * @param merchant the other side
 * @param description what the statement says
 * @param purpose what it is for
 */
record FixedCost(
    int dayOfMonth,
    Purse purse,
    double amount,
    String merchant,
    String description,
    Purpose purpose) {
  static final List<FixedCost> ALL =
      List.of(
          cost(1, Purse.CHECKING, 1320, "Sommer Property", "Rent", Purpose.RENT_AND_MORTGAGE),
          cost(1, Purse.CHECKING, 58, "City Transit", "Monthly pass", Purpose.TRANSPORT),
          cost(2, Purse.CHECKING, 29.90, "Strong House", "Gym membership", Purpose.PERSONAL_CARE),
          cost(
              5, Purse.CHECKING, 86, "Municipal Energy", "Electricity and heat", Purpose.UTILITIES),
          cost(8, Purse.CHECKING, 34.99, "Northline", "Internet", Purpose.UTILITIES),
          cost(12, Purse.CHECKING, 14.99, "Northline", "Mobile phone", Purpose.UTILITIES),
          cost(15, Purse.CARD, 10.99, "Tonality", "Music subscription", Purpose.SUBSCRIPTIONS),
          cost(18, Purse.CARD, 12.99, "Lantern", "Film subscription", Purpose.SUBSCRIPTIONS),
          cost(21, Purse.CARD, 2.99, "Cumulus", "Cloud storage", Purpose.SUBSCRIPTIONS),
          cost(25, Purse.CHECKING, -3214.60, "Harbour Software", "Salary", Purpose.INCOME),
          cost(26, Purse.CHECKING, 400, "Own savings", "To savings", Purpose.TRANSFER),
          cost(26, Purse.SAVINGS, -400, "Own account", "From everyday", Purpose.TRANSFER));

  private static FixedCost cost(
      int day, Purse purse, double out, String merchant, String description, Purpose purpose) {
    return new FixedCost(day, purse, -out, merchant, description, purpose);
  }

  Movement on(LocalDate date) {
    return new Movement(purse, date, Money.of(amount), merchant, description, purpose);
  }
}
