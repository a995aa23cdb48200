package dev.lifeos.learning.course;

import java.util.List;
import java.util.UUID;

/** A part of a course. */
public record CourseModule(UUID id, String title, List<Lesson> lessons) {}
