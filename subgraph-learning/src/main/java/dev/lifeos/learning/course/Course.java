package dev.lifeos.learning.course;

import java.util.UUID;

/**
 * A course of the catalogue. Its modules are loaded only where they are asked for.
 *
 * @param estimatedMinutes of all its lessons
 */
public record Course(
    UUID id,
    String slug,
    String title,
    String description,
    CourseCategory category,
    Difficulty difficulty,
    int lessonCount,
    int estimatedMinutes) {}
