package dev.lifeos.learning.course;

/** What a course asks for; the schema describes each. */
public enum Difficulty {
  BEGINNER,
  INTERMEDIATE,
  ADVANCED
}
