package dev.lifeos.learning.progress;

import java.util.UUID;

record LeaveCourseInput(UUID courseId) {}
