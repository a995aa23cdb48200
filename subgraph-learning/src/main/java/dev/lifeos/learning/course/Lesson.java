package dev.lifeos.learning.course;

import java.util.UUID;

/** The smallest part of a course. */
public record Lesson(UUID id, String title, String summary, int estimatedMinutes) {}
