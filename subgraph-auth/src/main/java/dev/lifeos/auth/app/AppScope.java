package dev.lifeos.auth.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an app may be allowed. {@code profile:write} and {@code admin} are not among it: by them an
 * account is changed and the platform run.
 */
enum AppScope {
  PROFILE_READ(
      "profile:read", "See your name, e-mail address, telephone number, time zone and language."),
  HEALTH_READ("health:read", "See your health: vitals, sleep and trends."),
  HEALTH_WRITE("health:write", "Add, change and delete what is written down of your health."),
  FINANCE_READ("finance:read", "See your money: accounts, transactions and budgets."),
  FINANCE_WRITE(
      "finance:write",
      "Add, change and delete accounts, transactions and budgets. It moves no money."),
  LEARNING_READ("learning:read", "See your courses, progress and achievements."),
  LEARNING_WRITE("learning:write", "Enrol you in courses, and write down what you learn."),
  NOTIFICATION_READ("notification:read", "See your notifications."),
  NOTIFICATION_WRITE(
      "notification:write", "Mark notifications as read, and change how you are notified.");

  private final String value;
  private final String description;

  AppScope(String value, String description) {
    this.value = value;
    this.description = description;
  }

  /** As it stands in tokens. */
  String value() {
    return value;
  }

  String description() {
    return description;
  }

  /** Each once, in the order above; of texts that are none nothing comes. */
  static Set<AppScope> of(Collection<String> values) {
    return set(Arrays.stream(values()).filter(scope -> values.contains(scope.value())).toList());
  }

  static Set<AppScope> set(Collection<AppScope> scopes) {
    var set = EnumSet.noneOf(AppScope.class);
    set.addAll(scopes);
    return set;
  }

  static List<String> values(Collection<AppScope> scopes) {
    return scopes.stream().map(AppScope::value).toList();
  }
}
