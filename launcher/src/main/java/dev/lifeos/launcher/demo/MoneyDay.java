package dev.lifeos.launcher.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is booked on one day. */
final class MoneyDay {
  private static final int CARD_SETTLEMENT = 28;

  private final long seed;
  private final LocalDate day;
  private final List<Movement> movements = new ArrayList<>();

  private MoneyDay(long seed, LocalDate day) {
    this.seed = seed;
    this.day = day;
  }

  static List<Movement> of(long seed, LocalDate day) {
    MoneyDay money = new MoneyDay(seed, day);
    money.spending();
    FixedCost.ALL.stream()
        .filter(cost -> cost.dayOfMonth() == day.getDayOfMonth())
        .forEach(cost -> money.movements.add(cost.on(day)));
    if (day.getDayOfMonth() == CARD_SETTLEMENT) {
      money.settleCard();
    }
    return List.copyOf(money.movements);
  }

  private void spending() {
    Dice dice = Dice.of(seed, day, "spending");
    boolean weekend = Season.weekend(day);
    if (dice.happens(day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.9 : weekend ? 0 : 0.27)) {
      String market = dice.oneOf("Green Corner Market", "Linden Bakery", "Old Mill Grocers");
      double basket = market.equals("Linden Bakery") ? 9 : 47;
      spend(Purse.CARD, basket + dice.around(basket / 4), market, "Groceries", Purpose.GROCERIES);
    }
    if (!weekend && dice.happens(0.45)) {
      String place = dice.oneOf("Noodle Bar Hai", "Canteen Nine", "Falafel Yard");
      spend(Purse.CARD, dice.between(7.2, 13.9), place, "Lunch", Purpose.DINING);
    }
    if (!weekend && dice.happens(0.28)) {
      spend(Purse.CARD, dice.between(2.9, 5.4), "Morning Coffee", "Coffee", Purpose.DINING);
    }
    evening(dice);
    seldom(dice);
  }

  private void evening(Dice dice) {
    boolean out =
        day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY;
    if (out && dice.happens(0.4)) {
      String place = dice.oneOf("Osteria Luce", "The Tiled Room", "Saffron House");
      spend(Purse.CARD, dice.between(24, 72), place, "Dinner", Purpose.DINING);
    }
    if (out && dice.happens(0.18)) {
      String place = dice.oneOf("Rex Cinema", "Little Stage", "Climbing Hall Nord");
      spend(Purse.CARD, dice.between(12, 34), place, "Evening out", Purpose.ENTERTAINMENT);
    }
  }

  private void seldom(Dice dice) {
    if (dice.happens(0.035)) {
      spend(Purse.CHECKING, dice.between(8, 31), "Rose Pharmacy", "Pharmacy", Purpose.HEALTH);
    }
    if (dice.happens(0.05)) {
      String shop = dice.oneOf("Paper & Ink", "Thread and Sons", "Hammer and Nail");
      spend(Purse.CARD, dice.between(18, 140), shop, "Purchase", Purpose.SHOPPING);
    }
    boolean holiday = day.getMonthValue() == 8 || day.getMonthValue() == 12;
    if (dice.happens(holiday ? 0.12 : 0.012)) {
      String carrier = dice.oneOf("Continental Rail", "Hotel am See", "Seaside Rooms");
      spend(Purse.CARD, dice.between(49, 260), carrier, "Journey", Purpose.TRAVEL);
    }
  }

  private void settleCard() {
    LocalDate from = day.minusMonths(1);
    BigDecimal owed =
        from.datesUntil(day)
            .flatMap(each -> cardSpending(each).stream())
            .map(Movement::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    book(Purse.CHECKING, owed, "Credit card", "Card settlement");
    book(Purse.CARD, owed.negate(), "Everyday account", "Card settlement");
  }

  // All of the card but its settlement.
  private List<Movement> cardSpending(LocalDate date) {
    MoneyDay other = new MoneyDay(seed, date);
    other.spending();
    FixedCost.ALL.stream()
        .filter(cost -> cost.dayOfMonth() == date.getDayOfMonth())
        .forEach(cost -> other.movements.add(cost.on(date)));
    return other.movements.stream().filter(each -> each.purse() == Purse.CARD).toList();
  }

  private void book(Purse purse, BigDecimal amount, String merchant, String description) {
    movements.add(new Movement(purse, day, amount, merchant, description, Purpose.TRANSFER));
  }

  private void spend(
      Purse purse, double amount, String merchant, String description, Purpose purpose) {
    movements.add(new Movement(purse, day, Money.of(-amount), merchant, description, purpose));
  }
}
