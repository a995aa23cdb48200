package dev.lifeos.learning.course;

/** What a course is about; the schema describes each. */
public enum CourseCategory {
  PROGRAMMING,
  DATA,
  PERSONAL_FINANCE,
  HEALTH,
  STUDY_SKILLS,
  COMMUNICATION,
  PRODUCTIVITY
}
