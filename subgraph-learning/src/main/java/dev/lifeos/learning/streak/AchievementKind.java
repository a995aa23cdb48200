package dev.lifeos.learning.streak;

/** What achievements are for; the schema describes each. */
public enum AchievementKind {
  FIRST_LESSON,
  FIRST_COURSE,
  THREE_COURSES,
  STREAK_7,
  STREAK_30,
  STREAK_100,
  TEN_HOURS
}
