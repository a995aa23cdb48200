package dev.lifeos.learning.streak;

import java.time.Instant;

/** What a person has achieved, once. */
public record Achievement(AchievementKind kind, Instant earnedAt) {}
