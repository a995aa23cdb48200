package dev.lifeos.learning.progress;

import dev.lifeos.learning.streak.Achievement;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What completing a lesson, or recording a session, gave. */
public record LearningPayload(
    Progress progress, List<Achievement> newAchievements, List<UserError> errors) {}
