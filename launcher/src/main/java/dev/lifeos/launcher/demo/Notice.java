package dev.lifeos.launcher.demo;

import java.util.List;

/**
 * A notification for the demo person.
 *
 * @param key what makes it the same when it is sent again
 * @param topic what it is about
 * @param priority how urgent it is
 * @param title the headline
 * @param message the text
 * @param read whether the person has read it
 */
record Notice(
    String key, String topic, String priority, String title, String message, boolean read) {
  static final List<Notice> ALL =
      List.of(
          new Notice(
              "demo-welcome",
              "SYSTEM",
              "NORMAL",
              "Welcome to LifeOS",
              "Your vitals, accounts and courses now stand side by side on one page.",
              true),
          new Notice(
              "demo-password",
              "SECURITY",
              "HIGH",
              "Your password was set",
              "If that was not you, sign out everywhere and choose a new one.",
              true),
          new Notice(
              "demo-course",
              "LEARNING",
              "NORMAL",
              "A course completed",
              "You have finished your first course. The next lesson of the second one is ready.",
              false),
          new Notice(
              "demo-salary",
              "FINANCE",
              "NORMAL",
              "Salary received",
              "Your salary has arrived in your everyday account.",
              false),
          new Notice(
              "demo-resting",
              "HEALTH",
              "LOW",
              "A calmer heart",
              "Your resting heart rate of this month is lower than that of the last one.",
              false),
          new Notice(
              "demo-streak",
              "LEARNING",
              "NORMAL",
              "Two weeks in a row",
              "You have learnt something on each of the last fourteen days.",
              false));
}
